import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { maxCoverBytes } from '../../covers/limits.ts';
import { coverFile, newPicture } from '../../covers/picture.ts';
import { FolderStore } from '../../runtime/files/folder-store.ts';
import { createHttpServer } from '../../runtime/http-server.ts';
import { newId } from '../../runtime/ids.ts';
import { keysOfSecret } from '../../runtime/internal-keys.ts';
import { InternalTokens } from '../../runtime/internal-token.ts';
import { createLogger } from '../../runtime/logger.ts';
import { browserHeaders, browserHeadersFor } from '../browser-headers.ts';
import { CatalogCovers } from './catalog-covers.ts';
import { registerCovers } from './routes.ts';

const logger = createLogger('test', 'silent');
const settings = { MAX_REQUESTS: 100, DRAIN_SECONDS: 0 };
const folder = mkdtempSync(join(tmpdir(), 'bookstore-covers-'));
const files = new FolderStore(folder);
const picture = newPicture();
const bookId = newId();
const path = `/covers/${bookId}/${picture}/240`;
const newServer = () =>
  createHttpServer({ logger, checks: [], trustRequestId: true, settings, headersFor: browserHeadersFor });

/** What stands in for catalog, and what it was sent. */
let catalog: FastifyInstance;
let asked: FastifyRequest[];
let received: number;
let answerUpload: (request: FastifyRequest) => Promise<{ status: number; body: object }>;
let gateway: FastifyInstance;
let covers: CatalogCovers;
let url: string;

beforeAll(async () => {
  for (const format of ['avif', 'webp', 'jpeg'] as const)
    await files.write(coverFile(picture, { width: 240, format }), Buffer.from(`it is ${format}`));
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(async () => {
  asked = [];
  received = 0;
  answerUpload = async request => {
    for await (const part of request.raw) received += part.length;
    return { status: 200, body: { book: { id: 'b' }, userErrors: [] } };
  };
  catalog = newServer();
  catalog.removeAllContentTypeParsers();
  catalog.addContentTypeParser('*', (_request, _payload, done) => done(null));
  catalog.post('/covers/:bookId', async (request, reply) => {
    asked.push(request);
    const { status, body } = await answerUpload(request);
    return reply.code(status).header('retry-after', 7).send(body);
  });
  catalog.get<{ Params: { picture: string } }>('/covers/:bookId/:picture/:width', async (request, reply) => {
    asked.push(request);
    if (request.params.picture === 'drawn-00000000000000000000') return { movedTo: '/covers/elsewhere' };
    if (request.params.picture === 'drawn-11111111111111111111')
      return reply.type('image/avif').send(Buffer.from('just drawn'));
    return reply.code(404).send({ errors: [] });
  });
  const catalogUrl = await catalog.listen({ host: '127.0.0.1', port: 0 });
  gateway = newServer();
  covers = new CatalogCovers({
    url: catalogUrl,
    tokens: new InternalTokens(keysOfSecret('a secret of thirty-two characters'), 'gateway'),
    concurrency: 4,
    timeoutMilliseconds: 10_000,
  });
  registerCovers(gateway, files, covers);
  url = await gateway.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await gateway.close();
  await covers.close();
  await catalog.close();
});

const get = (at: string, headers: Record<string, string> = {}) =>
  fetch(`${url}${at}`, { headers: { accept: '*/*', ...headers }, redirect: 'manual' });

const post = (body: Buffer, headers: Record<string, string> = {}) =>
  fetch(`${url}/covers/${bookId}`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { authorization: 'Bearer x', ...headers },
  });

test('a stored picture is answered in the best format, for ever, and runs nothing', async () => {
  const best = await get(path, { accept: 'image/avif,image/webp,*/*' });
  expect(await best.text()).toBe('it is avif');
  expect(Object.fromEntries(best.headers)).toMatchObject({
    'content-type': 'image/avif',
    'content-disposition': 'inline; filename="cover.avif"',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept',
    'x-content-type-options': 'nosniff',
    'content-security-policy': browserHeaders['content-security-policy'],
    'cross-origin-resource-policy': 'cross-origin',
  });
  const etag = best.headers.get('etag') ?? '';
  expect((await get(path, { accept: 'image/avif', 'if-none-match': etag })).status).toBe(304);
  const other = await get(path, { accept: 'image/webp', 'if-none-match': etag });
  expect([other.status, await other.text()]).toEqual([200, 'it is webp']);
  expect(await (await get(path)).text()).toBe('it is jpeg');
  expect((await fetch(`${url}${path}`, { method: 'HEAD' })).headers.get('content-length')).toBe('10');
  expect(asked).toEqual([]);
});

test('what is not stored, catalog is asked for: it draws, tells where the picture is, or knows nothing', async () => {
  const drawn = await get(`/covers/${bookId}/drawn-11111111111111111111/240`, { accept: 'image/avif' });
  expect([drawn.status, await drawn.text()]).toEqual([200, 'just drawn']);
  expect(drawn.headers.get('cache-control')).toMatch(/immutable/);
  expect(asked[0]?.headers['x-internal-token']).toBeDefined();
  expect(asked[0]?.url).toMatch(/\?format=avif$/);
  const moved = await get(`/covers/${bookId}/drawn-00000000000000000000/240`);
  expect([moved.status, moved.headers.get('location')]).toEqual([302, '/covers/elsewhere']);
  expect(moved.headers.get('cache-control')).toBe('public, max-age=60');
  expect((await get(`/covers/${bookId}/${newPicture()}/240`)).status).toBe(404);
});

test.each([
  `/covers/${bookId}/${picture}/241`,
  `/covers/${bookId}/${picture}/240.avif`,
  `/covers/no-book/${picture}/240`,
  `/covers/${bookId}/..%2f..%2f..%2fetc/240`,
  `/covers/${bookId}/drawn-XXXXXXXXXXXXXXXXXXXX/240`,
  `/covers/${bookId}/${picture.toUpperCase()}/240`,
])('%s is nothing, and nobody is asked for it', async at => {
  expect((await get(at)).status).toBe(404);
  expect(asked).toEqual([]);
});

test('a file goes through as it is, with the token and without what else the client says', async () => {
  const file = Buffer.alloc(maxCoverBytes, 7);
  const answer = await post(file, {
    'content-type': 'image/jpeg',
    'x-internal-token': 'forged',
    cookie: 'a=b',
  });
  expect([answer.status, await answer.json()]).toEqual([200, { book: { id: 'b' }, userErrors: [] }]);
  expect(received).toBe(maxCoverBytes);
  const headers = asked[0]?.headers;
  expect(headers).toMatchObject({ authorization: 'Bearer x', 'content-type': 'application/octet-stream' });
  expect(headers?.cookie).toBeUndefined();
  expect(headers?.['x-internal-token']).not.toBe('forged');
});

test('what catalog refuses before it has read all is told, and the connection lives on', async () => {
  answerUpload = async () => ({ status: 404, body: { book: null, userErrors: [{ code: 'NOT_FOUND' }] } });
  for (let count = 0; count < 3; count += 1) {
    const answer = await post(Buffer.alloc(maxCoverBytes, 7));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([404, '7']);
    expect(await answer.json()).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  }
});

test('a file that says it is too large is refused at once', async () => {
  const answer = await post(Buffer.alloc(maxCoverBytes + 1, 7));
  expect([answer.status, await answer.json()]).toMatchObject([
    413,
    { userErrors: [{ code: 'COVER_TOO_LARGE' }] },
  ]);
  expect(asked).toEqual([]);
});

test('one that does not say so is given up when it shows', async () => {
  const status = new Promise<number | undefined>((resolve, reject) => {
    const request = httpRequest(`${url}/covers/${bookId}`, { method: 'POST' }, response => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    const part = Buffer.alloc(64 * 1024, 7);
    const write = (left: number): void => {
      if (left === 0) request.end();
      else request.write(part, () => write(left - 1));
    };
    write(200);
  });
  expect(await status).toBe(413);
  expect(received).toBeLessThanOrEqual(maxCoverBytes);
});

test('a client who goes away in the middle leaves nothing behind, here or at catalog', async () => {
  let isCutOff = false;
  const arrived = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  answerUpload = async ({ raw }) => {
    raw.once('data', () => arrived.resolve());
    raw.once('close', () => {
      isCutOff = !raw.complete;
      over.resolve();
    });
    await over.promise;
    return { status: 200, body: {} };
  };
  const request = httpRequest(`${url}/covers/${bookId}`, {
    method: 'POST',
    headers: { 'content-length': 1_000_000 },
  });
  request.on('error', () => undefined);
  request.write(Buffer.alloc(1_000));
  await arrived.promise;
  request.destroy();
  await over.promise;
  expect(isCutOff).toBe(true);
});

test('without catalog what is stored is served, and the rest can be had later', async () => {
  await catalog.close();
  expect((await get(path)).status).toBe(200);
  const drawn = await get(`/covers/${bookId}/drawn-11111111111111111111/240`);
  expect([drawn.status, drawn.headers.get('retry-after'), drawn.headers.get('cache-control')]).toEqual([
    503,
    '5',
    'no-store',
  ]);
  const taken = await post(Buffer.alloc(1_000_000, 7));
  expect([taken.status, await taken.json()]).toMatchObject([
    503,
    { errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
  ]);
});
