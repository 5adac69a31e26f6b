import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type LonelyGateway, startLonelyGateway } from '../../testing/lonely-gateway.ts';

let gateway: LonelyGateway;

beforeAll(async () => {
  gateway = await startLonelyGateway(
    'shop',
    { auth: {}, catalog: { book: null }, purchase: {} },
    { RENDER_TIMEOUT_MS: '3000' },
  );
});

afterAll(() => gateway.stop());

const get = async (path: string) => {
  const began = performance.now();
  const response = await fetch(`${gateway.url}${path}`, { headers: { accept: 'text/html' } });
  return { status: response.status, html: await response.text(), milliseconds: performance.now() - began };
};

const shell = '<div id="root"></div>';

test('a page is rendered while the API answers', async () => {
  const { status, html } = await get('/books/nothing');
  expect(status).toBe(404);
  expect(html).not.toContain(shell);
});

test('while the API fails, the shell is sent, and the browser asks itself', async () => {
  gateway.fakes.catalog.manner = { milliseconds: 0, fault: 'errors' };
  const { status, html } = await get('/books/nothing');
  expect(status).toBe(200);
  expect(html).toContain(shell);
  expect(html).not.toContain('noindex');
});

test('while the API hangs, the shell is sent in time', async () => {
  gateway.fakes.catalog.manner = { milliseconds: 'never' };
  const { status, html, milliseconds } = await get('/books/nothing');
  expect(status).toBe(200);
  expect(html).toContain(shell);
  expect(milliseconds).toBeLessThan(6_000);
});
