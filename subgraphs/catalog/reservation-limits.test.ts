import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { violations } from '../../testing/invariants.ts';
import {
  cancelPurchase,
  payPurchase,
  publishBook,
  purchaseBook,
  soundDelivery,
  stockOf,
} from '../../testing/operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { type Person, StoreUser } from '../../testing/use-store.ts';

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  // The defaults.
  const settings = { MAX_OPEN_RESERVATIONS: '', MAX_COPIES_HELD: '' };
  running = await startTestStore('limits', { settings, lanes: 2 });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

const offer = (stock: number) => publishBook(store.person().client, { stock });

/** What became of a purchase: its status, or why it was refused. */
async function buy(buyer: Person, bookId: string, quantity = 1, lane = 0): Promise<string> {
  const client = store.nobody(lane).as(buyer.client.token ?? '');
  const { purchase, userErrors } = await purchaseBook(client, { bookId, quantity });
  return userErrors[0]?.code ?? purchase?.status ?? 'nothing';
}

const counted = (outcomes: string[]) => {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

test('one buyer has ten unpaid purchases at the most, also where 40 are asked for at once, by two catalogs', async () => {
  const [buyer, bookId] = [store.person(), await offer(100)];
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, index) => buy(buyer, bookId, 1, index % 2)),
  );
  expect(counted(outcomes)).toEqual({ AWAITING_PAYMENT: 10, TOO_MANY_RESERVATIONS: 30 });
  expect(await stockOf(store.nobody(), bookId)).toBe(90);
  expect(await buy(store.person(), bookId)).toBe('AWAITING_PAYMENT');
});

test('one buyer has 100 unpaid copies of one book at the most, also where more are asked for at once', async () => {
  const [buyer, bookId, another] = [store.person(), await offer(1_000), await offer(1_000)];
  expect(await buy(buyer, bookId, 101)).toBe('TOO_MANY_COPIES');
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, index) => buy(buyer, bookId, 30, index % 2)),
  );
  expect(counted(outcomes)).toEqual({ AWAITING_PAYMENT: 3, TOO_MANY_COPIES: 5 });
  expect(await buy(buyer, bookId, 10)).toBe('AWAITING_PAYMENT');
  expect(await buy(buyer, bookId)).toBe('TOO_MANY_COPIES');
  expect(await buy(buyer, another, 100)).toBe('AWAITING_PAYMENT');
});

test('who pays for one, or calls one off, may reserve again', async () => {
  const [buyer, bookId] = [store.person(), await offer(100)];
  const delivery = await soundDelivery(buyer.client);
  const ids: string[] = [];
  for (let count = 0; count < 10; count += 1)
    ids.push((await purchaseBook(buyer.client, { bookId, delivery })).purchase?.id ?? '');
  const [paid, cancelled] = ids;
  expect(await buy(buyer, bookId)).toBe('TOO_MANY_RESERVATIONS');
  expect((await payPurchase(buyer.client, { purchaseId: paid })).purchase?.status).toBe('PAID');
  expect(await buy(buyer, bookId)).toBe('AWAITING_PAYMENT');
  expect(await buy(buyer, bookId)).toBe('TOO_MANY_RESERVATIONS');
  expect((await cancelPurchase(buyer.client, { purchaseId: cancelled })).userErrors).toEqual([]);
  expect(await buy(buyer, bookId)).toBe('AWAITING_PAYMENT');
});

test('a refusal is for ever under its key, and the same key under the limit is the same purchase', async () => {
  const [buyer, bookId] = [store.person(), await offer(100)];
  const first = { bookId, idempotencyKey: randomUUID() };
  const { purchase } = await purchaseBook(buyer.client, first);
  for (let count = 1; count < 10; count += 1) await buy(buyer, bookId);
  const late = { bookId, idempotencyKey: randomUUID() };
  for (let time = 0; time < 2; time += 1)
    expect((await purchaseBook(buyer.client, late)).userErrors).toMatchObject([
      { code: 'TOO_MANY_RESERVATIONS', field: null },
    ]);
  expect((await purchaseBook(buyer.client, first)).purchase?.id).toBe(purchase?.id);
});

test('nobody buys from oneself, whoever is signed in where', async () => {
  const seller = store.person();
  const bookId = await publishBook(seller.client, { stock: 3 });
  expect(await buy(seller, bookId)).toBe('OWN_BOOK');
  expect(await buy(seller, bookId, 1, 1)).toBe('OWN_BOOK');
  expect(await stockOf(store.nobody(), bookId)).toBe(3);
});

test('the store is sound', async () => {
  expect(await violations(store, new Map())).toEqual([]);
});
