import { afterEach, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { publishBook } from '../../testing/operations.ts';
import { sharedStore } from '../../testing/use-store.ts';
import { registerSitemap } from './sitemap.ts';

const storeUrl = 'https://books.example';
let app: FastifyInstance | undefined;

afterEach(async () => {
  await app?.close();
});

/** A map of what an API tells, of few books a page. */
function mapOf(send: typeof fetch, sizes: { booksOnPage?: number; mostPages?: number }) {
  app = fastify();
  registerSitemap(app, { send, storeUrl, ...sizes });
  return app;
}

const locations = (map: string): string[] =>
  Array.from(map.matchAll(/<loc>(.*?)<\/loc>/g), ([, url = '']) => url);

async function partsOf(map: FastifyInstance): Promise<string[]> {
  const { body } = await map.inject('/sitemap.xml');
  return locations(body).map(url => url.replace(storeUrl, ''));
}

/** The ids of the books that the map tells, part by part. */
async function booksOf(map: FastifyInstance): Promise<string[][]> {
  const parts = (await partsOf(map)).filter(part => part.startsWith('/sitemap-books.xml'));
  const bodies = await Promise.all(parts.map(async part => (await map.inject(part)).body));
  return bodies.map(body => locations(body).map(url => url.replace(`${storeUrl}/books/`, '')));
}

/** An API with books of these names, the newest first; a cursor is the name of a book. `asked` counts its questions. */
function fakeApi(books: readonly string[]): { send: typeof fetch; asked: () => number; books: string[] } {
  const offered = [...books];
  let count = 0;
  const send: typeof fetch = async (_, init) => {
    count += 1;
    const { variables }: { variables: { first: number; after: string | null } } = JSON.parse(
      String(init?.body),
    );
    const { first, after } = variables;
    if (after !== null && !offered.includes(after))
      return Response.json({ data: { books: null }, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    const rest = offered.slice(after === null ? 0 : offered.indexOf(after) + 1);
    const page = rest.slice(0, first);
    const nodes = page.map(id => ({ id, updatedAt: '2026-11-22T00:00:00.000Z' }));
    const pageInfo = { hasNextPage: rest.length > first, endCursor: page.at(-1) ?? null };
    return Response.json({ data: { books: { totalCount: offered.length, nodes, pageInfo } } });
  };
  return { send, asked: () => count, books: offered };
}

const named = (count: number): string[] => Array.from({ length: count }, (_, place) => `b${count - place}`);

test('the books of a store are on the map, on as many pages as it takes', async () => {
  const store = sharedStore();
  const { url } = store.nobody();
  const send: typeof fetch = (path, init) =>
    fetch(`${url}${path}`, { ...init, headers: { 'content-type': 'application/json' } });
  const seller = store.person();
  const ids: string[] = [];
  for (let number = 0; number < 9; number += 1) ids.push(await publishBook(seller.client));
  // Other tests may publish at the same time: the pages have room for theirs too.
  const pages = await booksOf(mapOf(send, { booksOnPage: 4, mostPages: 20 }));
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(page.length).toBeLessThanOrEqual(4);
  expect(pages.flat()).toEqual(expect.arrayContaining(ids));
});

test('each book is on a page, and pages stay where they are when books come', async () => {
  const { send, books } = fakeApi(named(2_350));
  expect(new Set((await booksOf(mapOf(send, {}))).flat())).toEqual(new Set(books));
  const before = await partsOf(mapOf(send, {}));
  expect(before).toEqual([
    '/sitemap-pages.xml',
    '/sitemap-books.xml',
    '/sitemap-books.xml?after=b2001',
    '/sitemap-books.xml?after=b1001',
  ]);
  books.unshift('newer', 'new');
  expect(await partsOf(mapOf(send, {}))).toEqual(before);
  expect(new Set((await booksOf(mapOf(send, {}))).flat())).toEqual(new Set(books));
});

test('a store with no more than a page has one, and one with exactly two has two', async () => {
  for (const [count, expected] of [
    [0, 1],
    [1_000, 1],
    [2_000, 2],
  ] as const) {
    const pages = await booksOf(mapOf(fakeApi(named(count)).send, {}));
    expect(pages).toHaveLength(expected);
    expect(pages.flat()).toHaveLength(count);
  }
});

test('what was read is told again without a question, and there is an end to the pages', async () => {
  const { send, asked } = fakeApi(named(500));
  const map = mapOf(send, { booksOnPage: 10, mostPages: 3 });
  const first = await booksOf(map);
  expect(first).toHaveLength(4);
  const questions = asked();
  expect(await booksOf(map)).toEqual(first);
  expect(asked()).toBe(questions);
});

test('a place that is none is not found; without the catalogue the map has to wait', async () => {
  const { send } = fakeApi(named(5));
  const map = mapOf(send, {});
  expect((await map.inject('/sitemap-books.xml?after=nothing')).statusCode).toBe(404);
  await map.close();
  const failing = mapOf(async () => Response.json({ data: { books: null } }), {});
  for (const path of ['/sitemap.xml', '/sitemap-books.xml']) {
    const { statusCode, headers } = await failing.inject(path);
    expect([statusCode, headers['retry-after']]).toEqual([503, '60']);
  }
});
