import { createServer } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { freePort } from './free-port.ts';
import { isPortFree, portProblem } from './port-free.mjs';

const server = createServer();
afterEach(() => new Promise(resolve => server.close(resolve)));

test.each(['127.0.0.1', '0.0.0.0', '::1'])('a port that a program of %s has is taken', async host => {
  const port = await freePort();
  expect(await isPortFree(port)).toBe(true);
  await new Promise<void>(resolve => server.listen({ host, port }, resolve));
  expect(await isPortFree(port)).toBe(false);
  expect(await portProblem(port, '127.0.0.1')).toMatch(`PORT ${port} is taken by another program`);
});
