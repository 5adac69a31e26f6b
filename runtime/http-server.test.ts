import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createHttpServer } from './http-server.ts';
import { createLogger } from './logger.ts';

let app: FastifyInstance | undefined;
let longDrain: Promise<number>;

// Longer than the ten seconds that Fastify gives a hook; goes on beside the other tests.
beforeAll(async () => {
  const url = await start({ MAX_REQUESTS: 100, DRAIN_SECONDS: 11 });
  const closed = app?.close();
  app = undefined;
  longDrain = Promise.race([delay(10_500), closed]).then(async () => (await work(url, 0)).status);
  longDrain.catch(() => undefined);
});

afterEach(async () => {
  await app?.close();
});

/** A server whose GET /work takes as long as `milliseconds` says. */
async function start(settings: { MAX_REQUESTS: number; DRAIN_SECONDS: number }): Promise<string> {
  const logger = createLogger('test', 'silent');
  const server = createHttpServer({ logger, checks: [], trustRequestId: true, settings });
  server.get<{ Querystring: { milliseconds: string } }>('/work', async ({ query }) => {
    await delay(Number(query.milliseconds));
    return { done: true };
  });
  app = server;
  return server.listen({ host: '127.0.0.1', port: 0 });
}

const work = (url: string, milliseconds: number, headers = {}) =>
  fetch(`${url}/work?milliseconds=${milliseconds}`, { headers });

test('beyond its cap it refuses at once, says when to come again, and goes on telling how it is', async () => {
  const url = await start({ MAX_REQUESTS: 3, DRAIN_SECONDS: 0 });
  const inProgress = [1, 2, 3].map(() => work(url, 300));
  await delay(100);
  const refused = await work(url, 0);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  expect([(await fetch(`${url}/health`)).status, (await fetch(`${url}/ready`)).status]).toEqual([200, 200]);
  expect((await Promise.all(inProgress)).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await work(url, 0)).status).toBe(200);
});

test('two requests of the same id are two', async () => {
  const url = await start({ MAX_REQUESTS: 2, DRAIN_SECONDS: 0 });
  const inProgress = [1, 2].map(() => work(url, 300, { 'x-request-id': 'the-same' }));
  await delay(100);
  expect((await work(url, 0)).status).toBe(503);
  await Promise.all(inProgress);
});

test('clients who go away give their places back when their work is done', async () => {
  const url = await start({ MAX_REQUESTS: 1, DRAIN_SECONDS: 0 });
  const gone = fetch(`${url}/work?milliseconds=300`, { signal: AbortSignal.timeout(100) });
  await expect(gone).rejects.toThrow();
  expect((await work(url, 0)).status).toBe(503);
  await delay(400);
  expect((await work(url, 0)).status).toBe(200);
});

test('told to close it is not ready, answers on connections that it closes, and finishes what is under way', async () => {
  const url = await start({ MAX_REQUESTS: 100, DRAIN_SECONDS: 1 });
  const underWay = work(url, 1_500);
  await delay(50);
  const closed = app?.close();
  await delay(50);
  expect((await fetch(`${url}/ready`)).status).toBe(503);
  const during = await work(url, 0);
  expect([during.status, during.headers.get('connection')]).toEqual([200, 'close']);
  expect((await underWay).status).toBe(200);
  await closed;
  await expect(work(url, 0)).rejects.toThrow();
});

test('what comes at the very end is held, and served when nobody else can come', async () => {
  const url = await start({ MAX_REQUESTS: 100, DRAIN_SECONDS: 1 });
  const server = app?.server;
  const closed = app?.close();
  await delay(1_050);
  const held = work(url, 0).then(response => ({ status: response.status, listening: server?.listening }));
  expect(await held).toEqual({ status: 200, listening: false });
  await closed;
});

test('it goes on answering for as long as it is told to, be that more than ten seconds', async () => {
  expect(await longDrain).toBe(200);
});
