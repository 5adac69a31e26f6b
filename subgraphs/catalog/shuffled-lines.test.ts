import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keysOfSecret } from '../../runtime/internal-keys.ts';
import { InternalTokens } from '../../runtime/internal-token.ts';
import { measuredSettings, repeats, tellFigure } from '../../testing/figures.ts';
import type { Answer } from '../../testing/graphql-client.ts';
import { publishBook } from '../../testing/operations.ts';
import { runAsAdministrator } from '../../testing/test-databases.ts';
import { type StoreDescription, startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';

// purchaseBook has one line; catalog takes any number of them, in any order.
const reservations = repeats(500, 5_000);
const books = 10;
/** Of each book; less than is asked for, so that many come too late. */
const copies = Math.floor((reservations * 3) / books / 2);
/** As many as five purchase services ask at a time. */
const atOnce = 100;

let running: TestStore;
let store: StoreUser;
let ask: (verb: 'reserveStock' | 'commitStock' | 'releaseStock', input: object) => Promise<string>;
const bookIds: string[] = [];
let again = 0;

beforeAll(async () => {
  running = await startTestStore('shuffled', { settings: measuredSettings });
  store = new StoreUser(running.description);
  ask = askerOf(running.description);
  const seller = store.person();
  for (let index = 0; index < books; index += 1)
    bookIds.push(await publishBook(seller.client, { stock: copies }));
});

afterAll(async () => {
  await running.stop();
});

interface Payload {
  reservation: { status: string } | null;
  userErrors: { code: string }[];
}

/** Asks a verb of stock as purchase does, and answers a status, or why not: a refusal or an error. */
function askerOf({ internalTokenSecret, ports }: StoreDescription): typeof ask {
  const tokens = new InternalTokens(keysOfSecret(internalTokenSecret), 'purchase');
  return async (verb, input) => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const query = `mutation($input: ${type}!) { ${verb}(input: $input) { reservation { status } userErrors { code } } }`;
    const body = JSON.stringify({ query, variables: { input } });
    const proof = tokens.headersFor('catalog', { method: 'POST', path: '/graphql', body });
    const response = await fetch(`http://127.0.0.1:${ports[0]?.catalog}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...proof },
      body,
    });
    const { data, errors }: Partial<Answer<Record<string, Payload>>> = JSON.parse(await response.text());
    const payload = data?.[verb];
    const [error] = errors ?? [];
    // A busy database says so, and purchase asks again.
    if (error?.extensions.code === 'SERVICE_UNAVAILABLE' && again < reservations / 10) {
      again += 1;
      return ask(verb, input);
    }
    return error?.message ?? payload?.userErrors[0]?.code ?? payload?.reservation?.status ?? 'nothing';
  };
}

const shuffled = <Item>(items: readonly Item[]): Item[] =>
  items
    .map(item => [Math.random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

/** Reserves three books; of those who get them every third gives them back and every third buys them. */
async function reserve(index: number): Promise<string> {
  const purchaseId = randomUUID();
  const reserved = await ask('reserveStock', {
    purchaseId,
    buyerId: randomUUID(),
    reservedUntil: new Date(Date.now() + 600_000),
    lines: shuffled(bookIds)
      .slice(0, 3)
      .map(bookId => ({ bookId, quantity: 1 })),
  });
  if (reserved !== 'RESERVED' || index % 3 === 0) return reserved;
  return ask(index % 3 === 1 ? 'releaseStock' : 'commitStock', { purchaseId });
}

const deadlocks = async (): Promise<number> => {
  const [row] = await runAsAdministrator(
    `SELECT COUNT FROM information_schema.INNODB_METRICS WHERE NAME = 'lock_deadlocks'`,
  );
  return Number(row?.COUNT ?? 0);
};

test(`${reservations} reservations of three lines in shuffled order: no deadlock reaches anyone, and who meets a busy database asks again`, async () => {
  const before = await deadlocks();
  const began = performance.now();
  const counts: Record<string, number> = {};
  const waiting = Array.from({ length: reservations }, (_, index) => index);
  const goOn = async () => {
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const answer = await reserve(index);
      counts[answer] = (counts[answer] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, goOn));
  const took = (performance.now() - began) / 1_000;
  tellFigure(
    `${reservations} reservations of three lines of ten books in shuffled order, ${atOnce} at a time: ${JSON.stringify(counts)},
      ${(await deadlocks()) - before} deadlocks in the database, ${again} asked again since it was busy, ${took.toFixed(1)} s`,
  );
  expect(Object.keys(counts).sort()).toEqual(['COMMITTED', 'OUT_OF_STOCK', 'RELEASED', 'RESERVED']);
}, 600_000);

test('the copies add up', async () => {
  const rows = await store.rows<{ stock: number; held: string }>(
    'catalog',
    `SELECT b.stock, COALESCE(SUM(l.quantity), 0) AS held FROM book b
     LEFT JOIN (stock_reservation_line l JOIN stock_reservation r ON r.purchase_id = l.purchase_id
       AND r.status IN ('RESERVED', 'COMMITTED')) ON l.book_id = b.id GROUP BY b.id`,
  );
  expect(rows.map(({ stock, held }) => stock + Number(held))).toEqual(bookIds.map(() => copies));
});
