import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publishBook } from '../../testing/operations.ts';
import { randomIsbn } from '../../testing/random-isbn.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { type Person, StoreUser } from '../../testing/use-store.ts';

const standing = 120;
const pageSize = 7;

let running: TestStore;
let store: StoreUser;
let ids: string[];

beforeAll(async () => {
  running = await startTestStore('paging');
  store = new StoreUser(running.description);
  const { client } = store.person();
  ids = await Promise.all(
    Array.from({ length: standing }, (_, index) =>
      publishBook(client, { title: `Soledad ${index % 10}`, price: `${1 + (index % 5)}.00`, stock: 1 }),
    ),
  );
});

afterAll(async () => {
  await running.stop();
});

/** Publishes and removes books, of all prices and titles, until told to stop. */
async function disturb({ client }: Person, isOver: () => boolean): Promise<number> {
  let count = 0;
  for (; !isOver(); count += 1) {
    const bookId = await publishBook(client, {
      title: `Soledad ${count % 10}`,
      price: `${1 + (count % 5)}.00`,
    });
    if (count % 3 > 0) {
      await client.ask(
        'mutation($input: RemoveBookInput!) { removeBook(input: $input) { userErrors { code } } }',
        {
          input: { bookId },
        },
      );
    }
  }
  return count;
}

interface Page {
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
}

async function walk(variables: object): Promise<string[]> {
  const query = `query($query: String, $sort: BookSort, $first: Int, $after: String) {
    books(query: $query, sort: $sort, first: $first, after: $after) {
      nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const { books }: { books: Page } = await store
      .nobody()
      .ask(query, { ...variables, first: pageSize, after });
    seen.push(...books.nodes.map(({ id }) => id));
    expect(books.pageInfo.hasPreviousPage).toBe(after !== null);
    if (!books.pageInfo.hasNextPage) return seen;
    after = books.pageInfo.endCursor;
  }
}

test.each([
  { sort: 'NEWEST' },
  { sort: 'PRICE_ASC' },
  { sort: 'PRICE_DESC' },
  { sort: 'TITLE' },
  { sort: 'RELEVANCE', query: 'soledad' },
  { sort: 'PRICE_ASC', query: 'soledad' },
])('paging by %j while books come and go gives each that stood throughout exactly once', async variables => {
  let isOver = false;
  const disturbing = [store.person(), store.person()].map(person => disturb(person, () => isOver));
  const seen = await walk(variables);
  isOver = true;
  const disturbances = (await Promise.all(disturbing)).reduce((sum, count) => sum + count, 0);
  expect(disturbances).toBeGreaterThan(5);
  expect(new Set(seen).size).toBe(seen.length);
  expect(ids.filter(id => !seen.includes(id))).toEqual([]);
});

test('a cursor is of one order alone', async () => {
  const { books } = await store
    .nobody()
    .ask<{ books: Page }>('{ books(first: 1, sort: TITLE) { pageInfo { endCursor } } }');
  const query = 'query($after: String) { books(sort: NEWEST, after: $after) { nodes { id } } }';
  expect(await store.nobody().errorCodes(query, { after: books.pageInfo.endCursor })).toEqual([
    'BAD_USER_INPUT',
  ]);
});

test('lists in different orders can be asked of the same books at once', async () => {
  const isbn = randomIsbn();
  const { client, id: sellerId } = await store.register();
  const offers = [
    await publishBook(client, { isbn, price: '2.00' }),
    await publishBook(client, { isbn, price: '1.00' }),
  ];
  const query = `query($sellerId: ID!) { books(filter: { sellerId: $sellerId }) { nodes { id
    otherOffers { nodes { id } } seller { books { totalCount nodes { id } } } } } }`;
  interface Listed {
    books: {
      nodes: { id: string; otherOffers: Pick<Page, 'nodes'>; seller: { books: Pick<Page, 'nodes'> } }[];
    };
  }
  const { books } = await store.nobody().ask<Listed>(query, { sellerId });
  const newest = offers.toReversed().map(id => ({ id }));
  expect(books.nodes.map(({ id }) => ({ id }))).toEqual(newest);
  for (const { id, otherOffers, seller } of books.nodes) {
    expect(otherOffers.nodes).toEqual(newest.filter(other => other.id !== id));
    expect(seller.books.nodes).toEqual(newest);
  }
});
