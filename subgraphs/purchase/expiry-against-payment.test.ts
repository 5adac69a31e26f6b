import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventsAtRest } from '../../testing/events-at-rest.ts';
import { repeats } from '../../testing/figures.ts';
import { violations } from '../../testing/invariants.ts';
import {
  payPurchase,
  publishBook,
  purchaseBook,
  readPurchase,
  soundDelivery,
} from '../../testing/operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { type Person, StoreUser } from '../../testing/use-store.ts';

const rounds = repeats(100, 200);
const roundsAtOnce = 20;
const reservationSeconds = 3;

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  const settings = { RESERVATION_SECONDS: String(reservationSeconds), PAYMENT_TIMEOUT_MS: '1000' };
  running = await startTestStore('expiry', { settings });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

/**
 * Pays a purchase at about the moment at which its reservation ends, every tenth time at once, every fourth time by a provider that answers
 * long after it, and answers how the purchase ended.
 */
async function round(bookId: string, index: number): Promise<string> {
  const buyer = store.person();
  const delivery = await soundDelivery(buyer.client);
  const { purchase } = await purchaseBook(buyer.client, { bookId, delivery });
  if (!purchase?.reservedUntil) throw new Error('nothing was reserved');
  const wait = Date.parse(purchase.reservedUntil) - Date.now() + (Math.random() - 0.5) * 300;
  // Where everything takes long, the payment of each would come too late.
  if (index % 10 !== 1) await delay(Math.max(0, wait));
  const input = { purchaseId: purchase.id, paymentToken: index % 4 === 0 ? 'tok_timeout' : 'tok_approved' };
  const { userErrors, purchase: answered } = await payPurchase(buyer.client, input);
  const told = userErrors[0]?.code ?? answered?.payment?.status ?? '';
  const status = await finalStatus(buyer, purchase.id);
  expect([told, status]).toEqual([told, ends[told]]);
  return status;
}

/** How a purchase must end, by what its buyer was told: a payment that began in time is never cut off. */
const ends: Record<string, string> = {
  CAPTURED: 'PAID',
  AUTHORIZED: 'PAID',
  PENDING: 'PAID',
  RESERVATION_EXPIRED: 'EXPIRED',
};

async function finalStatus(buyer: Person, purchaseId: string): Promise<string> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const status = (await readPurchase(buyer.client, purchaseId))?.status ?? '';
    if (status !== 'AWAITING_PAYMENT' || Date.now() > deadline) return status;
    await delay(250);
  }
}

/** Waits until the worker has nothing left to do. */
async function comeToRest(): Promise<void> {
  const deadline = Date.now() + 10_000;
  while ((await store.rows('purchase', 'SELECT id FROM purchase WHERE release_due')).length > 0) {
    if (Date.now() > deadline) throw new Error('copies are not given back');
    await delay(100);
  }
}

test(`expiry against payment at the same moment, ${rounds} rounds: one wins, money and stock agree`, async () => {
  const bookId = await publishBook(store.person().client, { stock: rounds });
  const statuses: string[] = [];
  for (let done = 0; done < rounds; done += roundsAtOnce) {
    const batch = Array.from({ length: roundsAtOnce }, (_, index) => round(bookId, index));
    statuses.push(...(await Promise.all(batch)));
  }
  expect(statuses).toHaveLength(rounds);
  expect(new Set(statuses)).toEqual(new Set(['PAID', 'EXPIRED']));
  await comeToRest();
  await eventsAtRest(running.description);
  expect(await violations(store, new Map([[bookId, rounds]]))).toEqual([]);
});

test('a payment that began in time is taken, although catalog was down until long after the reservation', async () => {
  const bookId = await publishBook(store.person().client, { stock: 1 });
  const buyer = store.person();
  const delivery = await soundDelivery(buyer.client);
  const { purchase } = await purchaseBook(buyer.client, { bookId, delivery });
  const purchaseId = purchase?.id ?? '';
  await running.process('catalog').stop('SIGKILL');
  const { purchase: answered } = await payPurchase(buyer.client, { purchaseId });
  expect([answered?.status, answered?.payment?.status]).toEqual(['AWAITING_PAYMENT', 'AUTHORIZED']);
  await delay((reservationSeconds + 2) * 1000);
  expect((await readPurchase(buyer.client, purchaseId))?.status).toBe('AWAITING_PAYMENT');
  await running.process('catalog').restart();
  expect(await finalStatus(buyer, purchaseId)).toBe('PAID');
  expect(await violations(store, new Map([[bookId, 1]]))).toEqual([]);
});
