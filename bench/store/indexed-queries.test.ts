import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabaseUrls } from '../../deploy/local/databases.ts';
import { places } from '../../deploy/local/places.ts';
import { subgraphs } from '../../runtime/services.ts';
import { isBackground } from '../../testing/count-statements.ts';
import { DatabaseProcess } from '../../testing/database-process.ts';
import { noteStatements, statementsNoted } from '../../testing/general-log.ts';
import type { GraphqlClient } from '../../testing/graphql-client.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';
import { emailOf, password } from './fill/fill-users.ts';
import { keptStore } from './fill/kept-store.ts';
import { latestBooks, rowsOf } from './fill/sample.ts';
import { unindexedIn } from './query-plans.ts';
import { ourDocument } from './shops/our-requests.ts';

const sellers = 20;
// So many that the optimizer would rather use an index than read them all.
const filling = { catalogue: { file: undefined, count: 5_000 }, users: 5_000, sellers, purchases: 5_000 };

let server: DatabaseProcess;
let urls: DatabaseUrls;
let running: TestStore;
let store: StoreUser;
let people: Record<'buyer' | 'seller', GraphqlClient>;
let known: { bookId: string; sellerId: string; purchaseId: string; after: string };

async function signIn(number: number): Promise<GraphqlClient> {
  const { login } = await store
    .nobody()
    .ask<{ login: { tokens: { accessToken: string } } }>(ourDocument('login'), {
      input: { email: emailOf(number), password },
    });
  return store.nobody().as(login.tokens.accessToken);
}

async function lookAround(): Promise<typeof known> {
  const [bookId = ''] = await latestBooks(urls, 1);
  const [book] = await rowsOf(urls.catalog, 'SELECT seller_id FROM book WHERE id = ?', [bookId]);
  const { me } = await people.buyer.ask<{ me: { purchases: { nodes: { id: string }[] } } }>(
    ourDocument('purchases'),
  );
  const { books } = await store
    .nobody()
    .ask<{ books: { pageInfo: { endCursor: string } } }>('{ books(first: 20) { pageInfo { endCursor } } }');
  return {
    bookId,
    sellerId: String(book?.seller_id),
    purchaseId: me.purchases.nodes[0]?.id ?? '',
    after: books.pageInfo.endCursor,
  };
}

beforeAll(async () => {
  const folder = join(places.data, 'test', 'indexed-queries');
  server = await DatabaseProcess.create(folder);
  urls = await keptStore({ adminUrl: server.adminUrl, folder }, 'indexed', filling);
  running = await startTestStore('indexed', { databases: urls });
  store = new StoreUser(running.description);
  // The first who is no seller made the first purchase.
  people = { seller: await signIn(0), buyer: await signIn(sellers) };
  known = await lookAround();
  await noteStatements(server);
}, 600_000);

afterAll(async () => {
  await running?.stop();
  await server?.stop();
});

const nothing = () => ({});
const nodes = '{ nodes { id title stock sellerName } }';

/** Reads of the store: each document, its variables, and who asks where that is somebody. */
const reads: Record<string, [query: string, variables?: () => object, who?: 'buyer' | 'seller']> = {
  'the newest books': [ourDocument('list')],
  'the page after them': [
    `query($after: String) { books(first: 20, after: $after) ${nodes} }`,
    () => ({ after: known.after }),
  ],
  'the cheapest': [`{ books(sort: PRICE_ASC) ${nodes} }`],
  'the dearest': [`{ books(sort: PRICE_DESC) ${nodes} }`],
  'by title': [`{ books(sort: TITLE) ${nodes} }`],
  'of one language': [`{ books(filter: { languages: ["ja"] }) ${nodes} }`],
  'of one subject': [`{ books(filter: { subjects: ["cooking"] }) ${nodes} }`],
  'a search with facets': [ourDocument('search'), () => ({ query: 'archive' })],
  'a search, the cheapest first': [ourDocument('search'), () => ({ query: 'archive', sort: 'PRICE_ASC' })],
  'how everything is made up': ['{ books { totalCount facets { languages { value } subjects { value } } } }'],
  'a book with other offers': [ourDocument('book'), () => ({ id: known.bookId })],
  'a seller and the books': [
    `query($id: ID!) { user(id: $id) { name books ${nodes} } }`,
    () => ({ id: known.sellerId }),
  ],
  'who delivers': ['{ deliveryProviders(country: "CO") { name cost { amount } } }'],
  'my purchases': [ourDocument('purchases'), nothing, 'buyer'],
  'my sales': ['{ me { sales { totalCount nodes { id status lines { title } } } } }', nothing, 'seller'],
  'one purchase': [
    `query($id: ID!) { purchase(id: $id) { status history { status } payment { status }
      delivery { provider { name } } lines { title book { title } } } }`,
    () => ({ id: known.purchaseId }),
    'buyer',
  ],
};

/** What is wrong with the SELECTs that the databases are sent while somebody asks; and how many there were. */
async function lookAtPlans(ask: () => Promise<unknown>): Promise<{ statements: number; mistakes: string[] }> {
  const noted = await statementsNoted(server, 'bench_indexed_', ask);
  const selects = noted.filter(text => /^\s*\(*\s*SELECT/i.test(text) && !isBackground(text));
  const mistakes: string[] = [];
  for (const statement of selects) {
    // A statement does not tell its database: it is that in which its tables are.
    const told = await Promise.allSettled(subgraphs.map(name => unindexedIn(urls[name], statement)));
    const plans = told.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []));
    if (plans.length === 0) mistakes.push(`cannot be explained anywhere: ${statement}`);
    mistakes.push(...plans.flat());
  }
  return { statements: selects.length, mistakes };
}

test.each(Object.entries(reads))('%s: an index serves every table', async (_, [query, variables, who]) => {
  const client = who ? people[who] : store.nobody();
  const { statements, mistakes } = await lookAtPlans(() => client.ask(query, variables?.() ?? {}));
  expect(statements).toBeGreaterThan(0);
  expect(mistakes).toEqual([]);
});

test('a statement without an index is seen', async () => {
  const ofBooks = (rest: string) => unindexedIn(urls.catalog, `SELECT id FROM book ${rest}`);
  expect(await ofBooks("WHERE condition_note = 'torn'")).toEqual([
    expect.stringContaining('reads all of book'),
  ]);
  expect(await ofBooks("WHERE status = 'PUBLISHED' ORDER BY published_year LIMIT 20")).toEqual(
    expect.arrayContaining([expect.stringContaining('sorts book')]),
  );
});
