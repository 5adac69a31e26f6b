import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { takeTurns } from './take-turns.ts';

const scope = new AsyncLocalStorage<string>();

let app: FastifyInstance;
let url: string;
let came: string[];
let begun: string[];
/** On whose behalf each began, where it was on anybody's. */
let scopes: (string | undefined)[];
let ends: Map<string, () => void>;

beforeEach(() => {
  [came, begun, scopes, ends] = [[], [], [], new Map()];
  app = Fastify();
});

afterEach(() => {
  // A test that failed has not ended all.
  app.server.closeAllConnections();
  return app.close();
});

/** A server at which each request, named by its path, ends when it is told to. */
async function serve(idle: () => number): Promise<void> {
  app.addHook('onRequest', (request, _reply, done) => {
    came.push(request.url);
    done();
  });
  app.get('*', { onRequest: takeTurns(idle) }, ({ url: path }, reply) => {
    begun.push(path);
    scopes.push(scope.getStore());
    scope.run(path, () => {
      const ended = new Promise<void>(resolve => ends.set(path, resolve));
      void ended.then(() => reply.send(path));
    });
  });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
}

const isNeverIdle = () => 0;
const isAlwaysIdle = () => performance.now();

async function ask(path: string, signal: AbortSignal | null = null): Promise<string> {
  return (await fetch(url + path, { signal })).text();
}

const paths = (count: number) => Array.from({ length: count }, (_, index) => `/${index}`);

async function until(isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + 3_000; !isSo() && performance.now() < end; ) await delay(5);
  expect(isSo()).toBe(true);
}

/** Has so many, and no more, begin. */
async function begins(count: number): Promise<void> {
  await until(() => begun.length >= count);
  await delay(50);
  expect(begun).toEqual(came.slice(0, count));
}

test('while the process is busy, eight are under way; the others begin in their order, each on its own behalf', async () => {
  await serve(isNeverIdle);
  const answers = Promise.all(paths(20).map(path => ask(path)));
  await until(() => came.length === 20);
  for (let begin = 8; begin <= 20; begin += 1) {
    await begins(begin);
    ends.get(begun[begin - 8] ?? '')?.();
  }
  for (const end of ends.values()) end();
  expect(await answers).toEqual(paths(20));
  expect(scopes).toEqual(Array(20).fill(undefined));
});

test('while the process waits for others, all begin', async () => {
  await serve(isAlwaysIdle);
  const answers = Promise.all(paths(60).map(path => ask(path)));
  await until(() => begun.length === 60);
  for (const end of ends.values()) end();
  expect(await answers).toHaveLength(60);
});

test('where many end in a short time, as many more begin', async () => {
  await serve(isNeverIdle);
  let most = 0;
  const ending = setInterval(() => {
    most = Math.max(most, ends.size);
    for (const end of ends.values()) end();
    ends.clear();
  }, 2);
  const askOn = async (client: number) => {
    for (let asked = 0; asked < 20; asked += 1) await ask(`/${client}/${asked}`);
  };
  await Promise.all(Array.from({ length: 40 }, (_, client) => askOn(client)));
  clearInterval(ending);
  // Eight, where nothing is learned of what ends; how many more is the machine's speed.
  expect(most).toBeGreaterThan(10);
});

test('who goes away while it waits keeps nobody else from its turn', async () => {
  await serve(isNeverIdle);
  const answers = Promise.all(paths(8).map(path => ask(path)));
  await until(() => begun.length === 8);
  const leaving = new AbortController();
  const left = ask('/gone', leaving.signal).catch(() => 'gone');
  await until(() => came.length === 9);
  const next = ask('/next');
  await until(() => came.length === 10);
  leaving.abort();
  expect(await left).toBe('gone');
  await delay(50);
  ends.get('/0')?.();
  await until(() => ends.has('/next'));
  for (const end of ends.values()) end();
  expect(await answers).toEqual(paths(8));
  expect(await next).toBe('/next');
});
