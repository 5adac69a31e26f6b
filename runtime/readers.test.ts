import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { noteStatements } from '../testing/general-log.ts';
import type { GraphqlClient } from '../testing/graphql-client.ts';
import { anyProvider, publishBook, purchaseBook } from '../testing/operations.ts';
import { ReplicatedStore } from '../testing/replicated-store.ts';
import { administrator } from '../testing/test-store.ts';
import { StoreUser } from '../testing/use-store.ts';

let replicated: ReplicatedStore;
let store: StoreUser;

beforeAll(async () => {
  replicated = await ReplicatedStore.start('readers', 2);
  store = new StoreUser(replicated.running.description);
});

afterAll(async () => {
  await replicated?.stop();
});

const search =
  'query($q: String!) { books(query: $q) { nodes { id title } totalCount facets { languages { value } } } }';

/** Searches for a word of its own, and tells which servers were asked for it. */
async function serversOfSearch(client: GraphqlClient): Promise<string[]> {
  const word = `x${randomUUID().slice(0, 8)}`;
  await client.ask(search, { q: word });
  return replicated.serversAsked(word);
}

const idsFound = async (client: GraphqlClient, query: string): Promise<string[]> => {
  const data = await client.ask<{ books: { nodes: { id: string }[] } }>(search, { q: query });
  return data.books.nodes.map(({ id }) => id);
};

test('nobody reads from the reader: search, facets, names of users, delivery providers', async () => {
  const seller = await store.register('Librería Merlín');
  await delay(1_000);
  expect(await serversOfSearch(store.nobody())).toEqual(['reader']);
  expect(await store.nobody(1).ask('query($id: ID!) { user(id: $id) { name } }', { id: seller.id })).toEqual({
    user: { name: 'Librería Merlín' },
  });
  expect(await replicated.serversAsked(seller.id)).toContain('reader');
  expect(await replicated.serversAsked('`delivery_provider`')).toEqual([]);
  await anyProvider(store.nobody());
  expect(await replicated.serversAsked('`delivery_provider`')).toEqual(['reader']);
});

test('of two readers one is down: the other answers all that readers are asked', async () => {
  for (const lane of [0, 1, 0, 1]) expect(await serversOfSearch(store.nobody(lane))).toEqual(['reader']);
});

test('whoever has a token reads from the writer, whatever the lane', async () => {
  expect(await serversOfSearch(store.person(0).client)).toEqual(['writer']);
  expect(await serversOfSearch(store.person(1).client)).toEqual(['writer']);
});

test('a mutation of somebody without a token sees the writer in all that it answers', async () => {
  const { login } = await store
    .nobody()
    .ask<{ login: { user: { id: string; books: object } } }>(
      'mutation($input: LoginInput!) { login(input: $input) { user { id books { totalCount } } } }',
      { input: administrator },
    );
  expect(login.user.books).toEqual({ totalCount: 0 });
  expect(await replicated.serversAsked(login.user.id)).toEqual(['writer']);
});

test('a purchase, and what its sisters are asked for, is the business of the writer', async () => {
  const bookId = await publishBook(store.person().client);
  await purchaseBook(store.person(1).client, { bookId });
  expect(await replicated.serversAsked(bookId)).toEqual(['writer']);
});

test('who publishes sees it at once through both gateways while the reader is 30 s late, which is left out and comes back', async () => {
  await replicated.replication.delay(30);
  const seller = store.person(0);
  const other = store.nobody(1).as(seller.client.token ?? '');
  const word = `y${randomUUID().slice(0, 8)}`;
  const bookId = await publishBook(seller.client, { title: `La vorágine ${word}` });
  for (const client of [seller.client, other]) {
    expect(await client.ask('query($id: ID!) { book(id: $id) { id } }', { id: bookId })).toEqual({
      book: { id: bookId },
    });
    expect(await idsFound(client, word)).toEqual([bookId]);
  }
  const change = 'mutation($input: UpdateBookInput!) { updateBook(input: $input) { userErrors { code } } }';
  await seller.client.ask(change, { input: { bookId, version: 1, price: '99.00' } });
  const price = 'query($id: ID!) { book(id: $id) { price { amount } } }';
  expect(await other.ask(price, { id: bookId })).toEqual({ book: { price: { amount: '99.00' } } });

  await replicated.readersAre('left out');
  expect(await idsFound(store.nobody(1), word)).toEqual([bookId]);
  expect(await serversOfSearch(store.nobody())).toEqual(['writer']);

  await replicated.replication.delay(0);
  await replicated.readersAre('ok');
  expect(await serversOfSearch(store.nobody())).toEqual(['reader']);
  expect(await idsFound(store.nobody(), word)).toEqual([bookId]);
});

/** Browses with eight clients until told to stop; answers how often, and the codes of what failed. */
function browse() {
  let isOver = false;
  const failures: string[] = [];
  let requests = 0;
  const client = async (lane: number) => {
    while (!isOver) {
      failures.push(...(await store.nobody(lane).errorCodes(search, { q: 'vorágine' })));
      requests += 1;
    }
  };
  const clients = Promise.all(Array.from({ length: 8 }, (_, index) => client(index % 2)));
  return async () => {
    isOver = true;
    await clients;
    return { requests, failures };
  };
}

test.each([
  ['dies', async () => replicated.replication.replica.stop('SIGKILL')],
  ['hangs', async () => replicated.replication.replica.signal('SIGSTOP')],
])(
  'browsing goes on without a failed request when the reader %s, and the reader comes back',
  async (how, fail) => {
    const stopBrowsing = browse();
    await delay(500);
    await fail();
    await replicated.readersAre('left out');
    await delay(500);
    const { requests, failures } = await stopBrowsing();
    expect(failures).toEqual([]);
    expect(requests).toBeGreaterThan(20);
    expect(await store.nobody().errorCodes(search, { q: 'vorágine' })).toEqual([]);

    if (how === 'dies') await replicated.replication.replica.start();
    else replicated.replication.replica.signal('SIGCONT');
    await replicated.readersAre('ok');
    await noteStatements(replicated.replication.replica);
    expect(await serversOfSearch(store.nobody())).toEqual(['reader']);
  },
);

test('a reader that hangs while nobody asks fails none of those who ask then', async () => {
  const { running, replication } = replicated;
  await running.process('catalog').restart({ POOL_TIMEOUT_MS: '800' }, 'SIGTERM');
  expect(await store.nobody().errorCodes(search, { q: 'vorágine' })).toEqual([]);
  await delay(1_200);
  replication.replica.signal('SIGSTOP');
  const asked = Array.from({ length: 30 }, async (_, index) => {
    await delay((index * 1_000) / 30);
    return store.nobody().errorCodes(search, { q: 'vorágine' });
  });
  expect((await Promise.all(asked)).flat()).toEqual([]);
  replication.replica.signal('SIGCONT');
  await replicated.readersAre('ok');
});

test('while the writer is down the readers go on, in processes that start meanwhile too', async () => {
  await replicated.replication.source.stop('SIGKILL');
  await delay(3_000);
  const browsing = [0, 1].map(lane => store.nobody(lane).errorCodes(search, { q: 'vorágine' }));
  expect(await Promise.all(browsing)).toEqual([[], []]);
  await replicated.running.process('catalog', 1).restart({}, 'SIGTERM');
  expect(await store.nobody(1).errorCodes(search, { q: 'vorágine' })).toEqual([]);
  expect(await store.person().client.errorCodes(search, { q: 'vorágine' })).toEqual(['SERVICE_UNAVAILABLE']);
  await replicated.replication.source.start();
  await replicated.readersAre('ok');
});
