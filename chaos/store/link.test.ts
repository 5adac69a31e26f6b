import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Link } from './link.ts';

/** Says back what it is told. */
const echo: Server = createServer(socket => socket.on('error', () => {}).pipe(socket));
let link: Link;
let port = 0;

beforeAll(async () => {
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
});

beforeEach(async () => {
  link?.close();
  const address = echo.address();
  link = new Link(typeof address === 'object' && address ? address.port : 0);
  port = await link.open();
});

afterAll(() => {
  link.close();
  echo.close();
});

function open(): Socket {
  return connect(port, '127.0.0.1').on('error', () => {});
}

const closes = (socket: Socket): Promise<void> =>
  new Promise(resolve => {
    socket.once('close', () => resolve());
  });

async function hears(socket: Socket): Promise<string> {
  const [bytes] = await once(socket, 'data');
  return String(bytes);
}

test('passes everything on, and the end of it', async () => {
  const socket = open();
  socket.end('all is well');
  expect(await hears(socket)).toBe('all is well');
  await closes(socket);
});

test('refused: what is connected ends, nothing new comes through, and after mending it does', async () => {
  const socket = open();
  socket.write('one');
  await hears(socket);
  link.cut('refuse');
  await closes(socket);
  await closes(open());
  link.mend();
  const other = open();
  other.write('two');
  expect(await hears(other)).toBe('two');
  other.destroy();
});

test('hung: neither what is connected nor what is new gets an answer, until it is mended', async () => {
  const socket = open();
  socket.write('one');
  await hears(socket);
  link.cut('hang');
  const other = open();
  const heard: string[] = [];
  for (const each of [socket, other]) each.on('data', bytes => heard.push(String(bytes)));
  socket.write('two');
  other.write('three');
  await delay(300);
  expect(heard).toEqual([]);
  link.mend();
  while (heard.length < 2) await delay(10);
  expect(heard.sort()).toEqual(['three', 'two']);
  socket.destroy();
  other.destroy();
});
