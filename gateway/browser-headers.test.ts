import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { coverFile, newPicture } from '../covers/picture.ts';
import { FolderStore } from '../runtime/files/folder-store.ts';
import { newId } from '../runtime/ids.ts';
import { type LonelyGateway, startLonelyGateway } from '../testing/lonely-gateway.ts';
import { browserHeaders, strictTransportSecurity } from './browser-headers.ts';

const folder = mkdtempSync(join(tmpdir(), 'bookstore-headers-'));
const picture = newPicture();
let gateway: LonelyGateway;

beforeAll(async () => {
  await new FolderStore(folder).write(
    coverFile(picture, { width: 240, format: 'jpeg' }),
    Buffer.from('jpeg'),
  );
  const books = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
  gateway = await startLonelyGateway(
    'headers',
    { auth: { me: null }, catalog: { book: null, books }, purchase: {} },
    { PLAYGROUND: 'true', FILES_DIR: folder, RENDER_TIMEOUT_MS: '10000' },
  );
});

afterAll(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true });
});

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Asks as a page of another site would have a browser ask. */
async function ask(path: string, { headers, ...init }: Sent = {}) {
  const response = await fetch(`${gateway.url}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { origin: 'https://evil.example', ...headers },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const post = (body: string): Sent => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body,
});
const asPage: Sent = { headers: { accept: 'text/html' } };

/** The path of a file that a page names. */
async function fileOf(page: string, pattern: RegExp): Promise<string> {
  const found = pattern.exec((await ask(page, asPage)).text);
  if (!found?.[1]) throw new Error(`${page} names no file like ${pattern}`);
  return found[1];
}

interface Kind {
  path: string | (() => Promise<string>);
  init?: Sent;
  status: number;
  /** no-store where nothing is said. */
  cacheControl?: RegExp;
  referrerPolicy?: string;
  resourcePolicy?: string;
}

const shop = { init: asPage, referrerPolicy: 'same-origin' };

const kinds: Record<string, Kind> = {
  'that it is alive': { path: '/health', status: 200 },
  'that it is ready': { path: '/ready', status: 200 },
  'an answer of the API': { path: '/graphql', init: post('{"query":"{ me { id } }"}'), status: 200 },
  'an answer to a GET': {
    path: '/graphql?query=%7B__typename%7D',
    init: { headers: { 'apollo-require-preflight': 'true' } },
    status: 200,
  },
  'a mutation by GET': {
    path: '/graphql?query=mutation%7Blogout%7BuserErrors%7Bcode%7D%7D%7D',
    init: { headers: { 'apollo-require-preflight': 'true' } },
    status: 405,
  },
  'a simple request of another site': {
    path: '/graphql',
    init: { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{ __typename }"}' },
    status: 400,
  },
  'a syntax error': { path: '/graphql', init: post('{"query":"{"}'), status: 400 },
  'no JSON': { path: '/graphql', init: post('{"query":'), status: 400 },
  'too much': { path: '/graphql', init: post(JSON.stringify({ query: 'x'.repeat(200_000) })), status: 413 },
  'a path of nothing': { path: '/nothing', init: post('{}'), status: 404 },
  'an address that is none': { path: '/%zz', status: 400 },
  'an identifier without an end': { path: `/covers/${'x'.repeat(500)}`, init: post('{}'), status: 414 },
  'the playground': { path: '/graphql', init: asPage, status: 200 },
  'a file of the playground': {
    path: () => fileOf('/graphql', /"(\/playground\/assets\/[^"]+\.js)"/),
    status: 200,
    cacheControl: /immutable/,
  },
  'a page that is rendered': { ...shop, path: '/books/nothing', status: 404, cacheControl: /no-cache/ },
  'a page that is not': { ...shop, path: '/account', status: 200, cacheControl: /no-cache/ },
  'a page of nothing': { ...shop, path: '/no/such/page', status: 404, cacheControl: /no-cache/ },
  'a file of the shop': {
    ...shop,
    path: () => fileOf('/', /"(\/shop\/assets\/[^"]+\.js)"/),
    status: 200,
    cacheControl: /immutable/,
  },
  'what search engines may read': { ...shop, path: '/robots.txt', status: 200, cacheControl: /max-age=3600/ },
  'what there is to read': { ...shop, path: '/sitemap.xml', status: 200, cacheControl: /max-age=600/ },
  'a picture': {
    path: `/covers/${newId()}/${picture}/240`,
    status: 200,
    cacheControl: /immutable/,
    resourcePolicy: 'cross-origin',
  },
  'a picture of nothing': { path: '/covers/no-book/x/240', status: 404, resourcePolicy: 'cross-origin' },
  'a picture that cannot be had': {
    path: `/covers/${newId()}/${newPicture()}/240`,
    status: 503,
    resourcePolicy: 'cross-origin',
  },
  'what a seller is told': {
    path: `/covers/${newId()}`,
    init: { method: 'POST', body: 'a picture' },
    status: 200,
    resourcePolicy: 'cross-origin',
  },
};

const directivesOf = (policy: string | null): Map<string, string> =>
  new Map((policy ?? '').split('; ').map(each => [each.split(' ')[0] ?? '', each]));

test.each(Object.entries(kinds))('browsers are told of %s what may be done with it', async (_, kind) => {
  const path = typeof kind.path === 'string' ? kind.path : await kind.path();
  const { status, headers } = await ask(path, kind.init);
  expect({ path, status }).toEqual({ path, status: kind.status });
  expect(headers.get('cache-control')).toMatch(kind.cacheControl ?? /^no-store$/);
  expect(Object.fromEntries(headers)).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': kind.resourcePolicy ?? 'same-origin',
    'permissions-policy': browserHeaders['permissions-policy'],
    'referrer-policy': kind.referrerPolicy ?? 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  const policy = directivesOf(headers.get('content-security-policy'));
  expect([...policy.values()]).toEqual(
    expect.arrayContaining(["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]),
  );
  for (const directive of policy.values()) expect(directive).not.toContain('unsafe');
  for (const name of ['access-control-allow-origin', 'set-cookie', 'server', 'x-powered-by'])
    expect([name, headers.get(name)]).toEqual([name, null]);
});

test.each(Object.entries(kinds))('%s that came by TLS comes by TLS alone from then on', async (_, kind) => {
  const path = typeof kind.path === 'string' ? kind.path : await kind.path();
  const plain = await ask(path, kind.init);
  expect(plain.headers.get('strict-transport-security')).toBeNull();
  const headers = { ...kind.init?.headers, 'x-forwarded-proto': 'https' };
  const secure = await ask(path, { ...kind.init, headers });
  expect(secure.headers.get('strict-transport-security')).toBe(strictTransportSecurity);
});

test('each page of the playground has a nonce of its own for its styles', async () => {
  const pages = [await ask('/graphql', asPage), await ask('/graphql', asPage)];
  const nonces = pages.map(({ text }) => /name="style-nonce" content="([\w-]{22})"/.exec(text)?.[1]);
  for (const [index, { headers }] of pages.entries())
    expect(headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonces[index]}';`);
  expect(nonces[0]).not.toBe(nonces[1]);
});

test.each(['/shop/assets/', '/playground/assets/', '/shop/', '/.git/config', '/package.json'])(
  '%s shows no folder, and no file that is not for readers',
  async path => {
    const { status, text } = await ask(path);
    expect([403, 404]).toContain(status);
    expect(text).not.toMatch(/\.js\b|\.css\b|"dependencies"|\[core\]/);
  },
);

test('TRACE is not answered by what was sent', async () => {
  const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = httpRequest(
      `${gateway.url}/`,
      { method: 'TRACE', headers: { 'x-canary': 'canary' } },
      async response => {
        const parts = await response.setEncoding('utf8').toArray();
        resolve({ status: response.statusCode ?? 0, text: parts.join('') });
      },
    );
    request.on('error', reject).end();
  });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).not.toContain('canary');
});
