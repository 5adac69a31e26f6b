import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type ConnectionOptions,
  connect,
  getCACertificates,
  setDefaultCACertificates,
  type TLSSocket,
} from 'node:tls';
import { afterAll, afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { freePort } from '../../deploy/local/free-port.ts';
import { CertificateAuthority } from '../../testing/certificate-authority.ts';
import { giveCertificate } from '../../testing/give-certificate.ts';
import { MovingName } from '../../testing/moving-name.ts';
import { createHttpServer } from '../http-server.ts';
import { createLogger } from '../logger.ts';
import { Part } from '../part.ts';
import type { Check } from '../readiness.ts';
import { InternalTls } from './internal-tls.ts';
import { readCertificate } from './read-certificate.ts';

const host = 'catalog.test';
const scratch = mkdtempSync(join(tmpdir(), 'bookstore-tls-'));
const authority = new CertificateAuthority(join(scratch, 'authority'));
const stranger = new CertificateAuthority(join(scratch, 'stranger'));
const logger = createLogger('test', 'silent');
const ownFolder = join(scratch, 'catalog');
const callerFolder = join(scratch, 'gateway');

let asked: number;
let port: number;
let name: MovingName;
const open: { close(): Promise<unknown> }[] = [];

beforeEach(async () => {
  asked = 0;
  port = await freePort();
  name = new MovingName(host);
  name.moveTo('127.0.0.1');
  giveCertificate(ownFolder, authority, host);
  giveCertificate(callerFolder, authority, 'gateway');
});
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
  name.restore();
});
afterAll(() => rmSync(scratch, { recursive: true }));

function tlsOf(folder: string): InternalTls {
  const read = readCertificate(folder);
  if ('mistakes' in read) throw new Error(read.mistakes.join('\n'));
  return new InternalTls(folder, read.files);
}

/** A service at catalog.test that answers by TLS, at an address of this machine. */
async function serve(
  options: {
    tls?: InternalTls;
    address?: string;
    takesAnyone?: boolean;
    healthPort?: number;
    checks?: Check[];
    drainSeconds?: number;
  } = {},
): Promise<FastifyInstance> {
  const { tls = tlsOf(ownFolder), address = '127.0.0.1', takesAnyone = false, healthPort } = options;
  const { checks = [], drainSeconds = 0 } = options;
  const settings = {
    MAX_REQUESTS: 100,
    DRAIN_SECONDS: drainSeconds,
    HOST: address,
    HEALTH_PORT: healthPort,
    INTERNAL_TLS_DIR: tls,
  };
  const app = createHttpServer({ logger, checks, trustRequestId: true, takesAnyone, settings });
  app.get('/books', async () => {
    asked += 1;
    return { at: address };
  });
  open.push(app);
  await app.listen({ host: address, port });
  return app;
}

/** Who calls it as services call each other. */
function caller(options: { tls?: InternalTls; url?: string } = {}): () => Promise<unknown> {
  const { tls = tlsOf(callerFolder), url = `https://${host}:${port}` } = options;
  const part = new Part({ url, tls, concurrency: 5, timeoutMilliseconds: 5_000 });
  open.push(part);
  return async () => {
    const deadline = performance.now() + 10_000;
    const request = { method: 'GET', path: '/books', headers: {}, body: null, isRepeatable: false } as const;
    return (await part.ask({ ...request, deadline })).body;
  };
}

/** What a connection that the test makes by itself comes to: the certificate's serial number, or why there was no answer. */
const answerTo = (options: ConnectionOptions): Promise<{ answer: string; socket: TLSSocket }> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, servername: host, ca: authority.root, ...options });
    socket.once('secureConnect', () => socket.write(`GET /books HTTP/1.1\r\nHost: ${host}\r\n\r\n`));
    socket.once('data', data => resolve({ answer: String(data), socket: socket.destroy() }));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed without an answer')));
  });

const pemOf = (folder: string) => ({
  cert: readFileSync(join(folder, 'tls.crt')),
  key: readFileSync(join(folder, 'tls.key')),
});

/** The status of an answer by plain HTTP. */
const statusAt = (of: number, path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: of, path }, response => {
      response.resume();
      resolve(response.statusCode);
    }).once('error', reject);
  });

test('services of one authority speak to each other, with every replica under the one name', async () => {
  name.moveTo('127.0.0.1', '127.0.0.2');
  const tls = tlsOf(ownFolder);
  await serve({ tls });
  await serve({ tls, address: '127.0.0.2' });
  const ask = caller();
  const answers = await Promise.all(Array.from({ length: 10 }, ask));
  expect(new Set(answers.map(answer => JSON.stringify(answer)))).toEqual(
    new Set(['{"at":"127.0.0.1"}', '{"at":"127.0.0.2"}']),
  );
});

test.each([
  ['of another authority', () => giveCertificate(ownFolder, stranger, host)],
  ['for another name', () => giveCertificate(ownFolder, authority, 'auth.test')],
  ['for the address that the name leads to', () => giveCertificate(ownFolder, authority, '127.0.0.1')],
])('who shows a certificate %s is sent nothing', async (_, give) => {
  give();
  await serve({ takesAnyone: true });
  await expect(caller()()).rejects.toMatchObject({
    cause: { code: expect.stringMatching(/^ERR_TLS_CERT_ALTNAME_INVALID$|^UNABLE_TO_|^SELF_SIGNED_/) },
  });
  expect(asked).toBe(0);
});

test('who has a certificate of an authority that the machine believes is sent nothing', async () => {
  const believed = getCACertificates();
  setDefaultCACertificates([...believed, stranger.root]);
  try {
    giveCertificate(ownFolder, stranger, host);
    await serve({ takesAnyone: true });
    await expect(caller()()).rejects.toThrow();
  } finally {
    setDefaultCACertificates(believed);
  }
  expect(asked).toBe(0);
  expect(tlsOf(callerFolder).context.ca).toBe(authority.root);
});

test('who calls without a certificate of the authority is refused, also with what the refusal left', async () => {
  await serve();
  giveCertificate(callerFolder, stranger, 'gateway');
  for (const shown of [{}, pemOf(callerFolder)]) {
    const sessions: Buffer[] = [];
    const keep = (socket: TLSSocket) => socket.on('session', session => sessions.push(session));
    const refused = new Promise<void>(resolve => {
      const socket = keep(
        connect({ host: '127.0.0.1', port, servername: host, ca: authority.root, ...shown }),
      );
      socket.once('secureConnect', () => socket.write(`GET /books HTTP/1.1\r\nHost: ${host}\r\n\r\n`));
      socket.on('error', () => undefined);
      socket.once('close', () => resolve());
    });
    await refused;
    for (const session of sessions) await expect(answerTo({ ...shown, session })).rejects.toThrow();
    await expect(answerTo(shown)).rejects.toThrow();
  }
  expect(asked).toBe(0);
  giveCertificate(callerFolder, authority, 'gateway');
  expect((await answerTo(pemOf(callerFolder))).answer).toMatch(/^HTTP\/1.1 200 /);
});

test('the gateway takes anyone who speaks TLS', async () => {
  await serve({ takesAnyone: true });
  expect((await answerTo({})).answer).toMatch(/^HTTP\/1.1 200 /);
});

test('nothing older than TLS 1.3 is spoken, nor plain HTTP', async () => {
  await serve({ takesAnyone: true });
  await expect(answerTo({ maxVersion: 'TLSv1.2' })).rejects.toMatchObject({
    code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  });
  await expect(fetch(`http://127.0.0.1:${port}/books`)).rejects.toThrow();
  expect(asked).toBe(0);
});

test.each([
  ['TLSv1.2', 0],
  ['TLSv1.3', 1],
] as const)('who speaks %s alone is sent %i requests', async (maxVersion, requests) => {
  const own = { ...pemOf(ownFolder), minVersion: 'TLSv1.2', maxVersion } as const;
  const server = createServer(own, ({ url }, response) => {
    if (url === '/books') asked += 1;
    response.end('{}');
  });
  open.push({
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  });
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  await caller()().catch(() => undefined);
  expect(asked).toBe(requests);
});

test('who has a certificate calls nobody without TLS', async () => {
  const plain = createHttpServer({
    logger,
    checks: [],
    trustRequestId: true,
    settings: { MAX_REQUESTS: 1, DRAIN_SECONDS: 0 },
  });
  plain.get('/books', async () => {
    asked += 1;
    return {};
  });
  open.push(plain);
  await plain.listen({ host: '127.0.0.1', port });
  await expect(caller({ url: `http://${host}:${port}` })()).rejects.toThrow(/must begin with https/);
  await expect(caller()()).rejects.toThrow();
  expect(asked).toBe(0);
});

test('a certificate that was replaced holds from then on, for those who are called and those who call', async () => {
  const [own, of] = [tlsOf(ownFolder), tlsOf(callerFolder)];
  await serve({ tls: own });
  const ask = caller({ tls: of });
  await ask();
  giveCertificate(ownFolder, stranger, host);
  giveCertificate(callerFolder, stranger, 'gateway');
  own.reread(logger);
  // A kept connection is closed after a second without a request.
  await new Promise(resolve => setTimeout(resolve, 1_500));
  await expect(ask()).rejects.toThrow();
  of.reread(logger);
  expect(await ask()).toEqual({ at: '127.0.0.1' });
});

test('a process looks for another one every half minute, until it is closed', async () => {
  // A server needs the others.
  jest.useFakeTimers({
    doNotFake: [
      ...(['Date', 'hrtime', 'performance', 'nextTick', 'queueMicrotask'] as const),
      ...(['setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] as const),
    ],
  });
  try {
    const tls = tlsOf(ownFolder);
    const reread = jest.spyOn(tls, 'reread');
    const app = await serve({ tls });
    jest.advanceTimersByTime(29_000);
    expect(reread).not.toHaveBeenCalled();
    jest.advanceTimersByTime(31_000);
    expect(reread).toHaveBeenCalledTimes(2);
    await app.close();
    jest.advanceTimersByTime(60_000);
    expect(reread).toHaveBeenCalledTimes(2);
  } finally {
    jest.useRealTimers();
  }
});

test('what is not sound is not taken up, and told once', async () => {
  const lines: unknown[] = [];
  const own = tlsOf(ownFolder);
  const noting = createLogger('test', 'silent');
  noting.error = (line: unknown) => lines.push(line);
  await serve({ tls: own });
  writeFileSync(join(ownFolder, 'tls.crt'), 'half a certifi');
  own.reread(noting);
  own.reread(noting);
  expect(lines).toEqual([expect.stringContaining('tls.crt is not a certificate in PEM')]);
  expect(await caller()()).toEqual({ at: '127.0.0.1' });
});

test('health checks are answered without TLS on a port of their own, and nothing else is', async () => {
  const healthPort = await freePort();
  const app = await serve({ healthPort });
  const statusOf = (path: string) => statusAt(healthPort, path);
  expect(await Promise.all(['/health', '/ready', '/books', '/graphql'].map(statusOf))).toEqual([
    200, 200, 404, 404,
  ]);
  expect(asked).toBe(0);
  await app.close();
  await expect(statusOf('/health')).rejects.toThrow();
});

test('on that port too it is not ready while something vital is missing, and while it closes', async () => {
  const healthPort = await freePort();
  let isWell = false;
  const probe = async () => {
    if (!isWell) throw new Error('away');
  };
  const checks = [{ name: 'database', vital: true, probe }];
  const app = await serve({ healthPort, checks, drainSeconds: 0.3 });
  expect(await statusAt(healthPort, '/ready')).toBe(503);
  isWell = true;
  expect(await statusAt(healthPort, '/ready')).toBe(200);
  const closed = app.close();
  await delay(50);
  expect(await statusAt(healthPort, '/ready')).toBe(503);
  expect(await statusAt(healthPort, '/health')).toBe(200);
  await closed;
});
