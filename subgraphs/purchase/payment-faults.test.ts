import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
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

const purchases = 40;
const faults = 'error=0.2,drop=0.3,twice=0.2,late=0.1,seed=42';

let running: TestStore;
let store: StoreUser;
let bookId: string;

beforeAll(async () => {
  running = await startTestStore('faults', {
    settings: { PAYMENT_FAULTS: faults, PAYMENT_TIMEOUT_MS: '300', SETTLE_TIMEOUT_MS: '1000' },
  });
  store = new StoreUser(running.description);
  bookId = await publishBook(store.person().client, { stock: purchases });
});

afterAll(async () => {
  await running.stop();
});

/** Waits until the purchase and its payment are there. */
async function reach(buyer: Person, purchaseId: string, status: string, payment: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const purchase = await readPurchase(buyer.client, purchaseId);
    if (purchase?.status === status && purchase.payment?.status === payment) return;
    if (Date.now() > deadline)
      throw new Error(`${purchaseId} is ${purchase?.status}, its payment ${purchase?.payment?.status}`);
    await delay(250);
  }
}

/** Pays a purchase and, every second time, calls it off; pays again under the same key whatever came of it. */
async function round(index: number): Promise<void> {
  const buyer = store.person();
  const delivery = await soundDelivery(buyer.client);
  const { purchase } = await purchaseBook(buyer.client, { bookId, delivery });
  const input = { purchaseId: purchase?.id ?? '', idempotencyKey: randomUUID() };
  await Promise.all([payPurchase(buyer.client, input), payPurchase(buyer.client, input)]);
  await reach(buyer, input.purchaseId, 'PAID', 'CAPTURED');
  if (index % 2 === 1) return;
  await cancelPurchase(buyer.client, { purchaseId: input.purchaseId });
  await reach(buyer, input.purchaseId, 'CANCELLED', 'REFUNDED');
}

test(`a provider that fails as ${faults}: ${purchases} purchases end right, one charge each`, async () => {
  await Promise.all(Array.from({ length: purchases }, (_, index) => round(index)));
  expect(await violations(store, new Map([[bookId, purchases]]))).toEqual([]);
  const charges = await store.rows<{ status: string; charges: string }>(
    'purchase',
    'SELECT status, COUNT(*) AS charges FROM simulated_charge GROUP BY status ORDER BY status',
  );
  expect(charges.map(({ status, charges }) => [status, Number(charges)])).toEqual([
    ['CAPTURED', purchases / 2],
    ['REFUNDED', purchases / 2],
  ]);
});

test('a payment or a cancellation that takes long is answered in time, and goes on', async () => {
  const id = await publishBook(store.person().client, { stock: 2 });
  const buyer = store.person();
  const delivery = await soundDelivery(buyer.client);
  const { purchase } = await purchaseBook(buyer.client, { bookId: id, delivery });
  const purchaseId = purchase?.id ?? '';
  const answeredWithin = async (ask: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await ask();
    return performance.now() - began;
  };
  const catalog = running.process('catalog');

  catalog.signal('SIGSTOP');
  expect(await answeredWithin(() => payPurchase(buyer.client, { purchaseId }))).toBeLessThan(4_000);
  expect((await readPurchase(buyer.client, purchaseId))?.status).toBe('AWAITING_PAYMENT');
  catalog.signal('SIGCONT');
  await reach(buyer, purchaseId, 'PAID', 'CAPTURED');

  catalog.signal('SIGSTOP');
  expect(await answeredWithin(() => cancelPurchase(buyer.client, { purchaseId }))).toBeLessThan(4_000);
  expect((await readPurchase(buyer.client, purchaseId))?.status).toBe('CANCELLED');
  catalog.signal('SIGCONT');
  await reach(buyer, purchaseId, 'CANCELLED', 'REFUNDED');
});
