import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { violations } from '../../testing/invariants.ts';
import {
  anyProvider,
  cancelPurchase,
  chooseDelivery,
  confirmDelivery,
  type Purchase,
  payPurchase,
  publishBook,
  purchaseBook,
  readPurchase,
  shipPurchase,
  soundAddress,
  soundDelivery,
  stockOf,
} from '../../testing/operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { type Person, StoreUser } from '../../testing/use-store.ts';

const stock = 5;

let running: TestStore;
let store: StoreUser;
let seller: Person;
let buyer: Person;
let bookId: string;

beforeAll(async () => {
  const settings = { RESERVATION_SECONDS: '3', UNATTENDED_DELIVERY_SECONDS: '2', PAYMENT_TIMEOUT_MS: '1000' };
  running = await startTestStore('story', { settings });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

beforeEach(async () => {
  seller = store.person();
  buyer = store.person();
  bookId = await publishBook(seller.client, { stock, price: '12.50', title: 'La vorágine' });
});

afterEach(async () => {
  expect(await violations(store, new Map([[bookId, stock]]))).toEqual([]);
});

async function order(quantity = 1): Promise<string> {
  const delivery = await soundDelivery(buyer.client);
  const { purchase, userErrors } = await purchaseBook(buyer.client, { bookId, quantity, delivery });
  expect(userErrors).toEqual([]);
  return purchase?.id ?? '';
}

/** Waits until the purchase is as wanted, for ten seconds at the most. */
async function until(
  purchaseId: string,
  isThere: (purchase: Purchase | null) => boolean,
): Promise<Purchase | null> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const purchase = await readPurchase(buyer.client, purchaseId);
    if (isThere(purchase) || Date.now() > deadline) return purchase;
    await delay(100);
  }
}

const statuses = (purchase: Purchase | null) => purchase?.history.map(({ status }) => status);

describe('the main path', () => {
  test('reserve, choose a delivery, pay, ship, confirm: amounts, statuses and both sides agree', async () => {
    const { purchase } = await purchaseBook(buyer.client, {
      bookId,
      quantity: 2,
      expectedUnitPrice: '12.50',
    });
    expect(purchase).toMatchObject({
      status: 'AWAITING_PAYMENT',
      subtotal: { amount: '25.00', currencyCode: 'USD' },
      deliveryCost: { amount: '0.00' },
      lines: [
        { title: 'La vorágine', quantity: 2, unitPrice: { amount: '12.50' }, total: { amount: '25.00' } },
      ],
      payment: null,
      delivery: null,
    });
    const purchaseId = purchase?.id ?? '';
    const providerId = await anyProvider(buyer.client, 'Servientrega');
    const chosen = await chooseDelivery(buyer.client, {
      purchaseId,
      delivery: { providerId, address: soundAddress },
    });
    expect(chosen.purchase).toMatchObject({ deliveryCost: { amount: '15.00' }, total: { amount: '40.00' } });
    const paid = await payPurchase(buyer.client, { purchaseId });
    expect(paid.purchase).toMatchObject({
      status: 'PAID',
      reservedUntil: null,
      payment: { status: 'CAPTURED', amount: { amount: '40.00' } },
    });
    const shipped = await shipPurchase(seller.client, { purchaseId, trackingNumber: ' SV 1 ' });
    expect(shipped.purchase?.delivery).toMatchObject({ status: 'SHIPPED', trackingNumber: 'SV 1' });
    const delivered = await confirmDelivery(buyer.client, { purchaseId });
    expect(statuses(delivered.purchase)).toEqual([
      'PENDING',
      'AWAITING_PAYMENT',
      'PAID',
      'SHIPPED',
      'DELIVERED',
    ]);
    expect(await readPurchase(seller.client, purchaseId)).toEqual(delivered.purchase);
  });

  test('title and price stay those of the moment, whatever the seller changes', async () => {
    const purchaseId = await order();
    await seller.client.ask(
      'mutation($input: UpdateBookInput!) { updateBook(input: $input) { userErrors { code } } }',
      { input: { bookId, title: 'Another title', price: '99.00' } },
    );
    const { purchase } = await payPurchase(buyer.client, { purchaseId });
    expect(purchase?.lines).toMatchObject([{ title: 'La vorágine', unitPrice: { amount: '12.50' } }]);
    expect(purchase?.payment?.amount.amount).toBe('62.50');
  });
});

describe('the simulated payment provider', () => {
  test.each(['tok_approved', null])('%s is approved', async paymentToken => {
    const { purchase } = await payPurchase(buyer.client, { purchaseId: await order(), paymentToken });
    expect(purchase?.status).toBe('PAID');
  });

  test.each(['tok_declined', 'tok_insufficient_funds', 'tok_nobody_knows'])(
    '%s is declined, with a reason; the purchase can be paid in another way',
    async paymentToken => {
      const purchaseId = await order();
      const { purchase, userErrors } = await payPurchase(buyer.client, { purchaseId, paymentToken });
      expect(userErrors.map(error => error.code)).toEqual(['PAYMENT_DECLINED']);
      expect(purchase).toMatchObject({ status: 'AWAITING_PAYMENT', payment: { status: 'DECLINED' } });
      expect(purchase?.payment?.declineReason).toMatch(/\w+/);
      expect((await payPurchase(buyer.client, { purchaseId })).purchase?.status).toBe('PAID');
    },
  );

  test('tok_timeout answers late: the payment is PENDING at first, found out by the worker, and taken once', async () => {
    const purchaseId = await order();
    const { purchase, userErrors } = await payPurchase(buyer.client, {
      purchaseId,
      paymentToken: 'tok_timeout',
    });
    expect([purchase?.status, purchase?.payment?.status, userErrors]).toEqual([
      'AWAITING_PAYMENT',
      'PENDING',
      [],
    ]);
    const cancelled = await cancelPurchase(buyer.client, { purchaseId });
    expect(cancelled.userErrors[0]?.code).toBe('WRONG_STATUS');
    const settled = await until(purchaseId, current => current?.status === 'PAID');
    expect(settled?.payment?.status).toBe('CAPTURED');
  });

  test('tok_error_then_approved fails once and then works', async () => {
    const purchaseId = await order();
    const { purchase } = await payPurchase(buyer.client, {
      purchaseId,
      paymentToken: 'tok_error_then_approved',
    });
    expect(purchase?.status).toBe('PAID');
    const asked = await store.rows<{ answer: string }>(
      'purchase',
      `SELECT answer FROM simulated_charge_request WHERE charge_id = ? ORDER BY sequence`,
      [purchase?.payment?.id ?? ''],
    );
    expect(asked.map(({ answer }) => answer)).toEqual(['FAILED_ONCE', 'AUTHORIZED', 'CAPTURED']);
  });
});

describe('what ends early gives its copies back, once', () => {
  test('the buyer cancels before paying', async () => {
    const purchaseId = await order(3);
    expect(await stockOf(buyer.client, bookId)).toBe(2);
    const { purchase } = await cancelPurchase(buyer.client, { purchaseId, reason: 'Found it at home.' });
    expect(purchase).toMatchObject({
      status: 'CANCELLED',
      reservedUntil: null,
      delivery: { status: 'CANCELLED' },
    });
    expect(purchase?.history.at(-1)?.note).toBe('Called off by the buyer: Found it at home.');
    expect(await stockOf(buyer.client, bookId)).toBe(5);
    expect((await cancelPurchase(buyer.client, { purchaseId })).userErrors[0]?.code).toBe('WRONG_STATUS');
    expect(await stockOf(buyer.client, bookId)).toBe(5);
  });

  test('the seller cancels a paid one: the buyer is refunded', async () => {
    const purchaseId = await order(3);
    await payPurchase(buyer.client, { purchaseId });
    const { purchase } = await cancelPurchase(seller.client, { purchaseId });
    expect([purchase?.status, purchase?.payment?.status]).toEqual(['CANCELLED', 'REFUNDED']);
    expect(await stockOf(buyer.client, bookId)).toBe(5);
  });

  test('copies that catalog gave back meanwhile are not paid: the hold is let go, and nothing is charged', async () => {
    const purchaseId = await order();
    await store.rows('catalog', "UPDATE stock_reservation SET status = 'RELEASED' WHERE purchase_id = ?", [
      purchaseId,
    ]);
    await store.rows('catalog', 'UPDATE book SET stock = stock + 1 WHERE id = ?', [bookId]);
    const { userErrors } = await payPurchase(buyer.client, { purchaseId });
    expect(userErrors.map(error => error.code)).toEqual(['RESERVATION_EXPIRED']);
    expect(await readPurchase(buyer.client, purchaseId)).toMatchObject({
      status: 'EXPIRED',
      payment: { status: 'VOIDED' },
      delivery: { status: 'CANCELLED' },
    });
  });

  test('nobody cancels what is shipped', async () => {
    const purchaseId = await order();
    await payPurchase(buyer.client, { purchaseId });
    await shipPurchase(seller.client, { purchaseId });
    for (const { client } of [buyer, seller]) {
      expect((await cancelPurchase(client, { purchaseId })).userErrors[0]?.code).toBe('WRONG_STATUS');
    }
  });

  test('a purchase that nobody pays expires by itself', async () => {
    const purchaseId = await order(3);
    const expired = await until(purchaseId, current => current?.status === 'EXPIRED');
    expect(statuses(expired)).toEqual(['PENDING', 'AWAITING_PAYMENT', 'EXPIRED']);
    const { userErrors } = await payPurchase(buyer.client, { purchaseId });
    expect(userErrors[0]?.code).toBe('RESERVATION_EXPIRED');
    const deadline = Date.now() + 5_000;
    while ((await stockOf(buyer.client, bookId)) !== 5 && Date.now() < deadline) await delay(100);
    expect(await stockOf(buyer.client, bookId)).toBe(5);
  });
});

test('a shipped purchase of which nobody says a word counts as delivered after a while', async () => {
  const purchaseId = await order();
  await payPurchase(buyer.client, { purchaseId });
  const { purchase } = await shipPurchase(seller.client, { purchaseId });
  expect(purchase?.delivery?.trackingNumber).toMatch(/^BK\d{12}$/);
  const delivered = await until(purchaseId, current => current?.status === 'DELIVERED');
  expect(delivered).toMatchObject({ status: 'DELIVERED', delivery: { status: 'DELIVERED' } });
});
