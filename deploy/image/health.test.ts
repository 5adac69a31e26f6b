import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { shellcheckProgram } from '../../testing/shellcheck-program.ts';
import { freePort } from '../local/free-port.ts';
import { projectFolder } from '../local/places.ts';
import { runToEnd } from '../local/run-to-end.ts';
import { tellHealthCheck } from './health-port.ts';

const program = 'deploy/image/health.sh';
const sockets = new Set<Socket>();
let folder: string;
let server: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookstore-health-'));
});

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  server?.close();
  server = undefined;
  rmSync(folder, { recursive: true });
});

/** What a process answers to the first line of a request; undefined where it hangs. */
type Answer = (request: string) => string | undefined;

/** A process that the health check is told of. */
async function serve(answer: Answer): Promise<void> {
  const port = await freePort();
  server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', text => {
      const status = answer(String(text).split(' HTTP')[0] ?? '');
      if (status) socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 2\r\n\r\n{}`);
    });
  });
  await new Promise<void>(resolve => server?.listen(port, '127.0.0.1', resolve));
  tellHealthCheck('gateway', { HEALTH_DIR: folder, PORT: String(port) });
}

const check = async (seconds = 8) => {
  const environment = { PATH: process.env.PATH, HEALTH_DIR: folder };
  const args = [program, String(seconds)];
  return (await runToEnd({ program: 'bash', args, folder: projectFolder, environment })).code;
};

test('healthy once it is ready, and from then on as long as it is alive', async () => {
  const asked: string[] = [];
  let isReady = false;
  let isAlive = true;
  await serve(request => {
    asked.push(request);
    const isWell = request === 'GET /ready' ? isReady : isAlive;
    return isWell ? '200 OK' : '503 Service Unavailable';
  });
  expect(await check()).toBe(1);
  isReady = true;
  expect(await check()).toBe(0);
  isReady = false;
  expect(await check()).toBe(0);
  isAlive = false;
  expect(await check()).toBe(1);
  expect(asked).toEqual(['GET /ready', 'GET /ready', 'GET /health', 'GET /health']);
});

test('one that hangs is given up in time', async () => {
  await serve(() => undefined);
  const began = performance.now();
  expect(await check(1)).toBe(1);
  expect(performance.now() - began).toBeGreaterThan(900);
});

test('one that refuses, or has not begun, is not healthy; a task is', async () => {
  expect(await check()).toBe(1);
  tellHealthCheck('auth', { HEALTH_DIR: folder, AUTH_PORT: String(await freePort()) });
  expect(await check()).toBe(1);
  rmSync(join(folder, 'health-port'));
  tellHealthCheck(undefined, { HEALTH_DIR: folder });
  expect(await check()).toBe(0);
});

test('a task that somebody runs in the container of a service does not hide that this one is not well', async () => {
  let isAlive = true;
  await serve(() => (isAlive ? '200 OK' : '503 Service Unavailable'));
  expect(await check()).toBe(0);
  tellHealthCheck(undefined, { HEALTH_DIR: folder });
  expect(existsSync(join(folder, 'was-ready'))).toBe(true);
  isAlive = false;
  expect(await check()).toBe(1);
});

test('what is told: the port that is set, in a file too, or the usual one; nothing of a wrong one', () => {
  const told = (environment: Record<string, string>) => {
    writeFileSync(join(folder, 'was-ready'), '');
    tellHealthCheck('worker', { HEALTH_DIR: folder, ...environment });
    expect(existsSync(join(folder, 'was-ready'))).toBe(false);
    const file = join(folder, 'health-port');
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  writeFileSync(join(folder, 'port'), '5005\n');
  expect(told({})).toBe('4004');
  expect(told({ WORKER_PORT: '5004' })).toBe('5004');
  expect(told({ WORKER_PORT_FILE: join(folder, 'port') })).toBe('5005');
  expect(told({ WORKER_PORT: '5004', HEALTH_PORT: '5007' })).toBe('5007');
  expect(told({ WORKER_PORT: 'none' })).toBeUndefined();
});

test('a container of the image tells before it starts anything else', async () => {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const environment = { PATH, NODE_COMPILE_CACHE, HEALTH_DIR: folder, CATALOG_PORT: '5006' };
  const args = ['deploy/image/run.ts', 'catalog'];
  const ended = await runToEnd({ program: process.execPath, args, folder: projectFolder, environment });
  // It lacks its other settings.
  expect(ended.code).toBe(1);
  expect(readFileSync(join(folder, 'health-port'), 'utf8')).toBe('5006');
});

test('the image asks so', () => {
  const dockerfile = readFileSync(join(projectFolder, 'deploy/Dockerfile'), 'utf8');
  expect(dockerfile).toMatch(/^HEALTHCHECK --interval=10s .* CMD \["bash", "deploy\/image\/health\.sh"\]$/m);
  expect(dockerfile).toMatch(/^ {4}HEALTH_DIR=\/tmp /m);
});

const shellcheck = shellcheckProgram();
(shellcheck ? test : test.skip)('ShellCheck has nothing to say of it', async () => {
  const ended = await runToEnd({ program: shellcheck ?? '', args: [program], folder: projectFolder });
  expect(ended).toEqual({ code: 0, output: '' });
});
