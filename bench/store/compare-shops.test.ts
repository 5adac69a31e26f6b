import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { comparableWords, compareBooks } from './compare-shops.ts';
import type { SeenBook, Shop } from './shops/shop.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const book = (title: string, cents = 500): SeenBook => ({ title, cents, isInStock: true });

/** A shop that shows these books, and finds so many for any word. */
async function shopWith(name: string, books: SeenBook[], total = books.length): Promise<Shop> {
  const server = createServer((_, response) => response.end(JSON.stringify(books)));
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  return {
    name,
    port: typeof address === 'object' && address ? address.port : 0,
    pids: new Map(),
    asked: async () => ({
      requests: [{ method: 'GET', path: '/', headers: {} }],
      booksIn: answer => JSON.parse(answer),
    }),
    search: async () => ({ total, books }),
    stop: async () => undefined,
  };
}

test('shops that show the same books in the same order may be measured', async () => {
  const books = [book('Emma'), book('Ulysses')];
  await compareBooks([await shopWith('ours', books), await shopWith('theirs', [...books])], 'list');
});

test.each([
  ['another order', [book('Ulysses'), book('Emma')]],
  ['another price', [book('Emma', 499), book('Ulysses')]],
  ['a book less', [book('Emma')]],
  ['none left', [{ ...book('Emma'), isInStock: false }, book('Ulysses')]],
])('%s is refused', async (_, theirs) => {
  const ours = await shopWith('ours', [book('Emma'), book('Ulysses')]);
  await expect(compareBooks([ours, await shopWith('theirs', theirs)], 'list')).rejects.toThrow(
    'theirs shows other books',
  );
});

test('words for which shops find different books are left out; with too few others nothing is compared', async () => {
  const words = ['archive', 'iron', 'river', 'winter', 'garden'];
  const ours = await shopWith('ours', [book('Emma'), book('Ulysses')]);
  const tied = await shopWith('tied', [book('Ulysses'), book('Emma')]);
  expect(await comparableWords([ours, tied], words)).toEqual(words);
  await expect(comparableWords([ours, await shopWith('more', [book('Emma')], 3)], words)).rejects.toThrow(
    'too few words',
  );
});
