import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  cancelPurchase,
  confirmDelivery,
  payPurchase,
  publishBook,
  purchaseBook,
  shipPurchase,
  soundDelivery,
} from '../../testing/operations.ts';
import { type Person, type StoreUser, sharedStore } from '../../testing/use-store.ts';

interface Month {
  month: string;
  sales: number;
  total: { amount: string };
}

let store: StoreUser;
let seller: Person;
let buyer: Person;
let bookId: string;

beforeAll(async () => {
  store = sharedStore();
  [seller, buyer] = [await store.register('Seller'), store.person()];
  bookId = await publishBook(seller.client, { price: '10.05', stock: 100 });
});

async function income({ client } = seller, months = 3): Promise<Month[]> {
  const query = `query($id: ID!, $months: Int!) {
    user(id: $id) { income(months: $months) { month sales total { amount } } } }`;
  const { user } = await client.ask<{ user: { income: Month[] } }>(query, { id: seller.id, months });
  return user.income;
}

/** Sells copies, paid at an instant, or just now; answers the purchase's id. */
async function sell(quantity: number, paidAt?: string): Promise<string> {
  const delivery = await soundDelivery(buyer.client);
  const { purchase } = await purchaseBook(buyer.client, { bookId, quantity, delivery });
  const purchaseId = purchase?.id ?? '';
  const paid = await payPurchase(buyer.client, { purchaseId });
  expect(paid.purchase?.status).toBe('PAID');
  if (paidAt)
    await store.rows('purchase', 'UPDATE payment SET captured_at = ? WHERE purchase_id = ?', [
      paidAt,
      purchaseId,
    ]);
  return purchaseId;
}

/** The first day of the month that lies so many months back, YYYY-MM-01. */
function monthsAgo(months: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months)).toISOString().slice(0, 10);
}

describe('User.income', () => {
  test('of who sold nothing: each month, this one last, with nothing', async () => {
    const nobody = store.person();
    const query =
      'query($id: ID!) { user(id: $id) { income { month sales total { amount currencyCode } } } }';
    const { user } = await store
      .person(0, 'ADMIN')
      .client.ask<{ user: { income: Month[] } }>(query, { id: seller.id });
    expect(user.income.map(({ month }) => month)).toEqual(
      Array.from({ length: 12 }, (_, index) => monthsAgo(11 - index).slice(0, 7)),
    );
    expect(await nobody.client.ask(query, { id: seller.id })).toEqual({ user: { income: null } });
  });

  test('counts what is paid and stays so, by the month of payment in UTC, without delivery', async () => {
    await sell(1);
    const shipped = await sell(2);
    await shipPurchase(seller.client, { purchaseId: shipped });
    const delivered = await sell(3);
    await shipPurchase(seller.client, { purchaseId: delivered });
    await confirmDelivery(buyer.client, { purchaseId: delivered });
    await cancelPurchase(seller.client, { purchaseId: await sell(4) });
    await purchaseBook(buyer.client, { bookId, quantity: 5 });
    await sell(10, `${monthsAgo(0)} 00:00:00.000`);
    await sell(20, new Date(Date.parse(monthsAgo(0)) - 1).toISOString().replace('T', ' ').replace('Z', ''));
    await sell(1, `${monthsAgo(2)} 00:00:00.000`);
    await sell(1, `${monthsAgo(3)} 12:00:00.000`);
    const found = await income();
    expect(found.map(({ sales, total }) => [sales, total.amount])).toEqual([
      [1, '10.05'],
      [1, '201.00'],
      [4, '160.80'],
    ]);
    expect(await income(store.person(0, 'ADMIN'))).toEqual(found);
    expect(await income(seller, 1)).toEqual(found.slice(2));
  });

  test.each([0, 61, -1])('%i months are malformed', async months => {
    const query = `query($id: ID!) { user(id: $id) { income(months: ${months}) { month } } }`;
    expect(await seller.client.errorCodes(query, { id: seller.id })).toEqual(['BAD_USER_INPUT']);
  });
});

test('administrators see all purchases, those of a buyer, those of a seller, and those of both', async () => {
  const { client } = store.person(0, 'ADMIN');
  const other = store.person();
  await purchaseBook(other.client, { bookId });
  const query = `query($buyerId: ID, $sellerId: ID, $status: PurchaseStatus) {
    purchases(buyerId: $buyerId, sellerId: $sellerId, status: $status) { totalCount nodes { buyer { id } } } }`;
  const count = async (variables: object) =>
    (await client.ask<{ purchases: { totalCount: number } }>(query, variables)).purchases.totalCount;
  const ofSeller = await count({ sellerId: seller.id });
  expect(await count({ buyerId: other.id })).toBe(1);
  expect(await count({ buyerId: other.id, sellerId: seller.id })).toBe(1);
  expect(await count({ buyerId: buyer.id })).toBe(ofSeller - 1);
  expect(await count({ buyerId: seller.id, sellerId: seller.id })).toBe(0);
  expect(await count({ buyerId: other.id, status: 'PAID' })).toBe(0);
});
