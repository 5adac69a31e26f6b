import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { browserHeaders, strictTransportSecurity } from '../../gateway/browser-headers.ts';
import { ask, domain, Edge } from '../../testing/edge.ts';
import { nginxProgram } from '../../testing/nginx-program.ts';
import { nginxTest } from '../../testing/nginx-test.ts';
import { plainHttpRefusal } from '../refuse-plain-http.ts';

const edge = new Edge('answers');
edge.app.post('/graphql', async request => ({ data: request.headers }));
edge.app.get('/graphql', async () => ({ data: 'x'.repeat(5_000) }));
edge.app.get('/', async (_, reply) =>
  reply
    .headers({ 'content-security-policy': "default-src 'self'", 'referrer-policy': 'same-origin' })
    .type('text/html')
    .send('<!doctype html>'),
);

beforeAll(async () => {
  if (nginxProgram()) await edge.start();
});
afterAll(() => edge.stop());

nginxTest('browsers are told to stay with TLS, and headers that the store leaves out', async () => {
  const { headers } = await edge.ask({ body: '{}' });
  expect(headers).toMatchObject({
    'strict-transport-security': strictTransportSecurity,
    'x-content-type-options': 'nosniff',
    'referrer-policy': browserHeaders['referrer-policy'],
    'content-security-policy': browserHeaders['content-security-policy'],
    'cache-control': browserHeaders['cache-control'],
    server: 'nginx',
  });
});

nginxTest('what the store says of itself stays, once', async () => {
  const { headers } = await edge.ask({ path: '/' });
  expect(headers).toMatchObject({
    'referrer-policy': 'same-origin',
    'content-security-policy': "default-src 'self'",
    'x-content-type-options': 'nosniff',
  });
});

nginxTest('the store is told the client’s address, whatever the client says', async () => {
  const answer = await edge.ask({
    body: '{}',
    from: '127.0.0.6',
    headers: { 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'ftp' },
  });
  expect(JSON.parse(answer.body).data).toMatchObject({
    host: domain,
    'x-forwarded-for': '127.0.0.6',
    'x-forwarded-proto': 'https',
  });
});

nginxTest('answers are compressed for those who can read that', async () => {
  const plain = await edge.ask();
  expect(plain.headers['content-encoding']).toBeUndefined();
  const squeezed = await edge.ask({ headers: { 'accept-encoding': 'gzip' } });
  expect(squeezed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
  expect(squeezed.body.length).toBeLessThan(plain.body.length / 10);
});

nginxTest(
  'a page leads from plain HTTP to TLS, but for what the certificate authority asks for',
  async () => {
    const { status, headers } = await ask({ port: edge.ports.http, path: '/books?first=1' });
    expect([status, headers.location]).toEqual([301, `https://${domain}/books?first=1`]);
    const folder = join(edge.folder, 'challenges', '.well-known', 'acme-challenge');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'token'), 'token.thumbprint');
    expect(await ask({ port: edge.ports.http, path: '/.well-known/acme-challenge/token' })).toMatchObject({
      status: 200,
      body: 'token.thumbprint',
    });
  },
);

nginxTest.each([
  ['a query', '/graphql?query=%7Bme%7Bid%7D%7D', undefined],
  ['an operation', '/graphql', '{}'],
  ['an upload', '/covers/0199', 'a picture'],
  ['whatever else is sent', '/books', '{}'],
])('%s by plain HTTP is refused, and led nowhere', async (_, path, body) => {
  const answer = await ask({ port: edge.ports.http, path, ...(body !== undefined && { body }) });
  expect([answer.status, answer.headers.location, answer.body]).toEqual([403, undefined, plainHttpRefusal]);
  expect(answer.headers['content-type']).toBe('application/json');
});

nginxTest('where no gateway answers, the answer is the store’s own', async () => {
  await edge.app.close();
  const { status, headers, body } = await edge.ask({ body: '{}' });
  expect([status, headers['retry-after']]).toEqual([503, '1']);
  expect(headers).toMatchObject({
    'strict-transport-security': strictTransportSecurity,
    'content-security-policy': browserHeaders['content-security-policy'],
    'x-content-type-options': 'nosniff',
  });
  expect(JSON.parse(body).errors[0].extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' });
});
