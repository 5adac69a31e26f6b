import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { limitUploadTime } from './limit-upload-time.ts';

let app: FastifyInstance;
let port: number;

beforeEach(async () => {
  app = Fastify({ forceCloseConnections: true });
  limitUploadTime(app, 500);
  app.post('/usual', async () => 'read');
  app.post('/patient', { config: { uploadMilliseconds: 60_000 } }, async () => 'read');
  app.get('/slow', async () => {
    await delay(1_500);
    return 'answered';
  });
  app.post('/refused', { onRequest: async (_, reply) => reply.code(404).send('no') }, async () => 'read');
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterEach(() => app.close());

/** Sends a head that promises more than comes, and answers what is heard until the connection ends, or so long. */
function heard(path: string, milliseconds: number): Promise<{ text: string; isCutOff: boolean }> {
  return new Promise(resolve => {
    let text = '';
    const socket = connect(port, '127.0.0.1');
    const end = (isCutOff: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, isCutOff });
    };
    const timer = setTimeout(end, milliseconds, false);
    socket.on('data', part => {
      text += part;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => end(true));
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 100\r\n\r\nonly this`,
    );
  });
}

test('who does not send on is cut off, but where the route is more patient', async () => {
  const [usual, patient] = await Promise.all([heard('/usual', 10_000), heard('/patient', 2_000)]);
  expect([usual.isCutOff, patient.isCutOff]).toEqual([true, false]);
}, 20_000);

test('who is answered before all is sent hears that, and is cut off when nothing more comes', async () => {
  const refused = await heard('/refused', 15_000);
  expect(refused.text).toMatch(/^HTTP\/1.1 404 /);
  expect(refused.isCutOff).toBe(true);
}, 20_000);

test('an answer may take longer than that', async () => {
  expect(await (await fetch(`http://127.0.0.1:${port}/slow`)).text()).toBe('answered');
  const answered = await fetch(`http://127.0.0.1:${port}/usual`, { method: 'POST', body: 'all of it' });
  expect(await answered.text()).toBe('read');
});
