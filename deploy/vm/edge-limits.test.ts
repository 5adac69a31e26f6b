import { Agent } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { maxCoverBytes } from '../../covers/limits.ts';
import { maxBodyBytes } from '../../runtime/http-server.ts';
import { ask, domain, Edge, type Response } from '../../testing/edge.ts';
import { nginxProgram } from '../../testing/nginx-program.ts';
import { nginxTest } from '../../testing/nginx-test.ts';

const edge = new Edge('limits');
const held = Promise.withResolvers<void>();
let received = 0;
let waiting = 0;
edge.app.addHook('onRequest', async () => {
  received += 1;
});
edge.app.post('/graphql', async () => ({ data: {} }));
edge.app.get('/graphql', async () => ({ data: {} }));
edge.app.post('/covers/:bookId', { bodyLimit: maxCoverBytes }, async () => ({ book: {} }));
edge.app.get('/held', async () => {
  waiting += 1;
  await held.promise;
  return {};
});

beforeAll(async () => {
  if (nginxProgram()) await edge.start();
});
afterAll(() => edge.stop());

const bodyOf = (bytes: number): string => JSON.stringify('x'.repeat(bytes - 2));

const tooMany = {
  errors: [
    {
      message: 'Too many requests come from your address. Try again in a second.',
      extensions: { code: 'RATE_LIMITED' },
    },
  ],
};

function expectTooMany(refused: Response | undefined): void {
  expect(refused?.headers).toMatchObject({ 'content-type': 'application/json', 'retry-after': '1' });
  expect(refused?.headers['strict-transport-security']).toBeDefined();
  expect(JSON.parse(refused?.body ?? '')).toEqual(tooMany);
}

nginxTest(
  'a body of 100 kB goes through; a larger one is refused as the store does, before it gets there',
  async () => {
    expect(await edge.ask({ body: bodyOf(maxBodyBytes) })).toMatchObject({ status: 200 });
    const before = received;
    const refused = await edge.ask({ body: bodyOf(maxBodyBytes + 1) });
    expect(received).toBe(before);
    const byStore = await ask({ port: edge.ports.app, body: bodyOf(maxBodyBytes + 1) });
    expect(refused.status).toBe(413);
    expect(JSON.parse(refused.body)).toEqual(JSON.parse(byStore.body));
  },
);

nginxTest('a picture as large as the store takes goes through, by its own path alone', async () => {
  const picture = bodyOf(maxCoverBytes);
  expect(await edge.ask({ path: '/covers/a-book', body: picture })).toMatchObject({ status: 200 });
  for (const path of ['/covers/a-book/a-picture/240', '/graphql'])
    expect((await edge.ask({ path, body: picture })).status).toBe(413);
});

nginxTest(
  'one address may send 200 requests at once, then 50 a second; others are not kept waiting',
  async () => {
    const from = '127.0.0.2';
    const agent = new Agent({ keepAlive: true, maxSockets: 20 });
    const answers = await Promise.all(Array.from({ length: 600 }, () => edge.ask({ from, agent })));
    agent.destroy();
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.slice(0, 200).every(({ status }) => status === 200)).toBe(true);
    expect(refused.length).toBeGreaterThan(0);
    expectTooMany(refused[0]);
    expect(await edge.ask({ from: '127.0.0.3' })).toMatchObject({ status: 200 });
    await delay(1_000);
    expect(await edge.ask({ from })).toMatchObject({ status: 200 });
  },
);

nginxTest('one address has 100 requests answered at a time', async () => {
  const from = '127.0.0.4';
  const asked = Array.from({ length: 100 }, () => edge.ask({ path: '/held', from }));
  while (waiting < 100) await delay(10);
  const refused = await edge.ask({ from });
  expect(refused.status).toBe(429);
  expectTooMany(refused);
  expect(await edge.ask({ from: '127.0.0.5' })).toMatchObject({ status: 200 });
  held.resolve();
  expect((await Promise.all(asked)).every(({ status }) => status === 200)).toBe(true);
});

nginxTest(
  'who does not finish asking is cut off after ten seconds',
  async () => {
    const socket = connect({
      host: '127.0.0.1',
      port: edge.ports.https,
      servername: domain,
      ca: edge.authority.root,
    });
    const began = performance.now();
    socket.write(`GET /graphql HTTP/1.1\r\nHost: ${domain}\r\n`);
    await new Promise<void>(resolve => {
      socket.once('error', () => resolve());
      socket.once('close', () => resolve());
    });
    const seconds = (performance.now() - began) / 1000;
    expect(seconds).toBeGreaterThan(9);
    expect(seconds).toBeLessThan(20);
  },
  30_000,
);
