import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { together } from './together.ts';

const server = createServer();
/** Both ends of three connections. */
const here: Socket[] = [];
const there: Socket[] = [];

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  for (let count = 0; count < 3; count += 1) {
    const accepted = once(server, 'connection');
    there.push(connect(address.port, '127.0.0.1'));
    const [socket] = await accepted;
    here.push(socket);
  }
});

afterAll(() => {
  for (const socket of [...here, ...there]) socket.destroy();
  server.close();
});

/** Blocks this turn of the event loop, so that what was sent is there to be read in the next. */
const block = (milliseconds: number) => {
  for (const until = performance.now() + milliseconds; performance.now() < until; );
};

test('what waits goes on when all that was there has been read', async () => {
  const order: string[] = [];
  const done = here.map(
    (socket, index) =>
      new Promise<void>(resolve => {
        socket.once('data', async () => {
          order.push(`read ${index}`);
          await together();
          order.push(`sent ${index}`);
          resolve();
        });
      }),
  );
  for (const socket of there) socket.write('.');
  await new Promise(resolve => setImmediate(resolve));
  block(50);
  await Promise.all(done);
  expect(order.map(each => each.split(' ')[0])).toEqual(['read', 'read', 'read', 'sent', 'sent', 'sent']);
});

test('whoever comes later waits for the next turn', async () => {
  const order: string[] = [];
  const first = together().then(() => order.push('first'));
  await first;
  const second = together().then(() => order.push('second'));
  expect(order).toEqual(['first']);
  await second;
  expect(order).toEqual(['first', 'second']);
});
