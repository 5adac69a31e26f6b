import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphqlClient } from '../../testing/graphql-client.ts';
import { violations } from '../../testing/invariants.ts';
import {
  cancelPurchase,
  payPurchase,
  publishBook,
  purchaseBook,
  readPurchase,
  soundDelivery,
} from '../../testing/operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { type Person, StoreUser } from '../../testing/use-store.ts';

const stock = 50;

let running: TestStore;
let store: StoreUser;
let bookId: string;

beforeAll(async () => {
  running = await startTestStore('failpoints', { lanes: 2 });
  store = new StoreUser(running.description);
  bookId = await publishBook(store.person().client, { stock });
});

afterAll(async () => {
  await running.stop();
});

/**
 * Starts a process of the second lane so that it dies (SIGKILL) at a failpoint, has `work` run into it through
 * that lane, and waits until it has died. The worker and the first lane go on.
 */
async function dieAt(
  service: 'purchase' | 'catalog',
  failpoint: string,
  buyer: Person,
  work: (client: GraphqlClient) => Promise<unknown>,
) {
  const sister = running.process(service === 'purchase' ? 'catalog' : 'purchase', 1);
  if (sister.hasEnded()) await sister.restart();
  const victim = running.process(service, 1);
  await victim.restart({ FAILPOINT: failpoint });
  await Promise.all([
    work(store.nobody(1).as(buyer.client.token ?? '')).catch(() => undefined),
    victim.ended(),
  ]);
}

const placeOrder = async (client: GraphqlClient, idempotencyKey: string) =>
  purchaseBook(client, { bookId, idempotencyKey, delivery: await soundDelivery(store.nobody()) });

/** Waits until nothing is left to do by itself, which must not take long. */
async function comeToRest(): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const due = await store.rows(
      'purchase',
      `SELECT p.id FROM purchase p LEFT JOIN payment y ON y.id = p.payment_id WHERE p.status = 'PENDING' OR p.release_due
        OR y.status IN ('PENDING', 'AUTHORIZED') OR (p.status = 'CANCELLED' AND y.status = 'CAPTURED')`,
    );
    if (due.length === 0) return;
    if (Date.now() > deadline) throw new Error(`${due.length} purchases are stuck`);
    await delay(100);
  }
}

describe.each([
  ['purchase', 'purchase-book.after-begin'],
  ['catalog', 'reserve-stock.before-commit'],
  ['catalog', 'reserve-stock.after-commit'],
  ['purchase', 'purchase-book.after-reserve'],
  ['purchase', 'purchase-book.before-answer'],
] as const)('kill -9 of %s at %s', (service, failpoint) => {
  test('the worker finishes the purchase, and the same key finds it', async () => {
    const buyer = store.person();
    const key = randomUUID();
    await dieAt(service, failpoint, buyer, client => placeOrder(client, key));
    await comeToRest();
    const { purchase } = await placeOrder(buyer.client, key);
    expect(purchase?.status).toBe('AWAITING_PAYMENT');
    expect(await purchasesOf(buyer)).toBe(1);
    expect(await violations(store, new Map([[bookId, stock]]))).toEqual([]);
  });
});

describe.each([
  ['purchase', 'pay-purchase.after-begin'],
  ['purchase', 'pay-purchase.after-authorize'],
  ['purchase', 'pay-purchase.after-authorized'],
  ['catalog', 'commit-stock.before-commit'],
  ['catalog', 'commit-stock.after-commit'],
  ['purchase', 'pay-purchase.after-commit-stock'],
  ['purchase', 'pay-purchase.after-capture'],
  ['purchase', 'pay-purchase.before-answer'],
] as const)('kill -9 of %s at %s', (service, failpoint) => {
  test('the worker finishes the payment, once, and the same key tells it', async () => {
    const buyer = store.person();
    const { purchase } = await placeOrder(buyer.client, randomUUID());
    const input = { purchaseId: purchase?.id ?? '', idempotencyKey: randomUUID() };
    await dieAt(service, failpoint, buyer, client => payPurchase(client, input));
    await comeToRest();
    expect((await readPurchase(buyer.client, input.purchaseId))?.status).toBe('PAID');
    expect((await payPurchase(buyer.client, input)).purchase?.status).toBe('PAID');
    expect(await violations(store, new Map([[bookId, stock]]))).toEqual([]);
  });
});

describe.each([
  ['purchase', 'cancel-purchase.after-cancel'],
  ['catalog', 'release-stock.before-commit'],
  ['catalog', 'release-stock.after-commit'],
  ['purchase', 'give-back.after-release'],
  ['purchase', 'give-back.after-refund'],
] as const)('kill -9 of %s at %s', (service, failpoint) => {
  test('the worker gives copies and money back, once', async () => {
    const buyer = store.person();
    const { purchase } = await placeOrder(buyer.client, randomUUID());
    const purchaseId = purchase?.id ?? '';
    await payPurchase(buyer.client, { purchaseId });
    await dieAt(service, failpoint, buyer, client => cancelPurchase(client, { purchaseId }));
    await comeToRest();
    const cancelled = await readPurchase(buyer.client, purchaseId);
    expect([cancelled?.status, cancelled?.payment?.status]).toEqual(['CANCELLED', 'REFUNDED']);
    expect(await violations(store, new Map([[bookId, stock]]))).toEqual([]);
  });
});

async function purchasesOf(buyer: Person): Promise<number> {
  return (await store.rows('purchase', 'SELECT id FROM purchase WHERE buyer_id = ?', [buyer.id])).length;
}
