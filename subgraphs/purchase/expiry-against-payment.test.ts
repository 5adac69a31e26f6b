import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { violations } from '../../testing/invariants.ts';
import {
  payPurchase,
  publishBook,
  purchaseBook,
  readPurchase,
  soundDelivery,
} from '../../testing/operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';

const rounds = 200;
const roundsAtOnce = 50;
const reservationSeconds = 2;

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  running = await startTestStore('expiry', { settings: { RESERVATION_SECONDS: String(reservationSeconds) } });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

/** Pays a purchase at about the moment at which its reservation ends, and answers how it ended. */
async function round(bookId: string): Promise<string> {
  const buyer = store.person();
  const delivery = await soundDelivery(buyer.client);
  const { purchase } = await purchaseBook(buyer.client, { bookId, delivery });
  if (!purchase?.reservedUntil) throw new Error('nothing was reserved');
  const wait = Date.parse(purchase.reservedUntil) - Date.now() + (Math.random() - 0.5) * 300;
  await delay(Math.max(0, wait));
  const { userErrors, purchase: paid } = await payPurchase(buyer.client, { purchaseId: purchase.id });
  const told = userErrors[0]?.code ?? paid?.status;
  await delay(1_500);
  const status = (await readPurchase(buyer.client, purchase.id))?.status;
  expect([told, status]).toEqual(told === 'PAID' ? ['PAID', 'PAID'] : ['RESERVATION_EXPIRED', 'EXPIRED']);
  return String(status);
}

test(`expiry against payment at the same moment, ${rounds} rounds: one wins, money and stock agree`, async () => {
  const bookId = await publishBook(store.person().client, { stock: rounds });
  const ends: string[] = [];
  for (let done = 0; done < rounds; done += roundsAtOnce) {
    ends.push(...(await Promise.all(Array.from({ length: roundsAtOnce }, () => round(bookId)))));
  }
  expect(ends).toHaveLength(rounds);
  expect(new Set(ends)).toEqual(new Set(['PAID', 'EXPIRED']));
  expect(await violations(store, new Map([[bookId, rounds]]))).toEqual([]);
});
