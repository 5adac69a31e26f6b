import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { brokerAnswers } from './broker-answers.ts';

let server: Server;

afterEach(() => {
  server.close();
});

/** Something that answers so to whoever says anything; its port. */
function answering(answer: string): Promise<number> {
  server = createServer(socket => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.from(answer, 'latin1')));
  });
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

test('a RabbitMQ tells its version', async () => {
  const port = await answering(
    '\x01\0\0\x07productS\0\0\0\x08RabbitMQ\x07versionS\0\0\0\x064.3.10\x03endt\x01',
  );
  expect(await brokerAnswers(port, AbortSignal.timeout(10_000))).toBe('4.3.10');
});

test('one that does not is one all the same', async () => {
  const port = await answering('\x01\0\0\x07versionS');
  expect(await brokerAnswers(port, AbortSignal.timeout(10_000))).toBe('of an unknown version');
});

test('what answers otherwise is none', async () => {
  const port = await answering('HTTP/1.1 400 Bad Request');
  await expect(brokerAnswers(port, AbortSignal.timeout(500))).rejects.toThrow();
});
