import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openPool } from './http-pool.ts';
import { Part } from './part.ts';
import { Overdue, sendRequest } from './send-request.ts';

const host = '127.0.0.1';
let elsewhere: Server;
let sender: Server;
/** What came to where the answers lead. */
const followed: string[] = [];

const listening = async (listener: RequestListener): Promise<Server> => {
  const server = createServer(listener);
  await new Promise<void>(resolve => server.listen(0, host, resolve));
  return server;
};

const portOf = (server: Server): number => {
  const address: string | AddressInfo | null = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

beforeAll(async () => {
  elsewhere = await listening((request, response) => {
    followed.push(request.url ?? '');
    response.setHeader('content-type', 'application/json').end('{"data":{"secret":true}}');
  });
  // Each path is the status of its answer.
  sender = await listening((request, response) => {
    request.resume();
    const status = Number(request.url?.slice(1)) || 302;
    response.writeHead(status, { location: `http://${host}:${portOf(elsewhere)}/there` }).end('{}');
  });
});

afterAll(() => {
  for (const server of [elsewhere, sender]) {
    server.close();
    server.closeAllConnections();
  }
});

test.each([301, 302, 303, 307, 308])('an answer %d leads nowhere: it is told as it is', async status => {
  const pool = openPool(`http://${host}:${portOf(sender)}`, host, 1, undefined);
  try {
    for (const [method, body] of [
      ['GET', null],
      ['POST', '{}'],
    ] as const) {
      const request = { method, path: `/${status}`, headers: { authorization: 'Bearer x' }, body };
      expect((await sendRequest(pool, request, 5_000)).status).toBe(status);
    }
  } finally {
    await pool.close();
  }
  expect(followed).toEqual([]);
});

test('a part that leads elsewhere is not followed there, neither for an answer nor for its health', async () => {
  const part = new Part({
    url: `http://${host}:${portOf(sender)}`,
    concurrency: 2,
    timeoutMilliseconds: 2_000,
  });
  try {
    const answer = await part.ask({
      method: 'POST',
      path: '/307',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ me { id } }"}',
      isRepeatable: true,
      deadline: performance.now() + 5_000,
    });
    expect(answer).toMatchObject({ status: 307, body: {} });
    await expect(part.isAlive()).rejects.toThrow();
  } finally {
    await part.close();
  }
  expect(followed).toEqual([]);
});

test('what could not be sent within its time is not sent later', async () => {
  const paths: (string | undefined)[] = [];
  const first = Promise.withResolvers<ServerResponse>();
  const slow = await listening(({ url }, response) => {
    paths.push(url);
    if (url === '/first') first.resolve(response);
    else response.end('{}');
  });
  const pool = openPool(`http://${host}:${portOf(slow)}`, host, 1, undefined);
  const send = (path: string, milliseconds: number) =>
    sendRequest(pool, { method: 'GET', path, headers: {}, body: null }, milliseconds);
  try {
    const answered = send('/first', 5_000);
    await expect(send('/late', 50)).rejects.toBeInstanceOf(Overdue);
    (await first.promise).end('{}');
    expect((await answered).status).toBe(200);
    await send('/next', 5_000);
    expect(paths).toEqual(['/first', '/next']);
  } finally {
    await pool.close();
    slow.close();
  }
});

test('an answer that takes longer than its time is not waited for', async () => {
  const silent = await listening(() => undefined);
  const pool = openPool(`http://${host}:${portOf(silent)}`, host, 1, undefined);
  try {
    const request = { method: 'GET', path: '/', headers: {}, body: null } as const;
    await expect(sendRequest(pool, request, 50)).rejects.toBeInstanceOf(Overdue);
  } finally {
    await pool.close();
    silent.close();
  }
});
