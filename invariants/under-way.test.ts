import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  cancelPurchase,
  payPurchase,
  publishBook,
  purchaseBook,
  shipPurchase,
  soundDelivery,
} from '../testing/operations.ts';
import { startTestStore, type TestStore } from '../testing/test-store.ts';
import { type Person, StoreUser } from '../testing/use-store.ts';
import { checkInvariants, type Verdict } from './check-invariants.ts';

const looks = 3;
const betweenLooks = 1_000;
const buyers = 6;
/** So many purchases are made while it is looked at, at least, however slow the machine is. */
const leastPurchases = 20;

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  running = await startTestStore('underway');
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

/** Buys, pays, and sends or calls off, one purchase after the other, until told to stop; answers how many. */
async function trade(seller: Person, bookId: string, isOver: (made: number) => boolean): Promise<number> {
  const buyer = store.person();
  const delivery = await soundDelivery(buyer.client);
  let purchases = 0;
  for (; !isOver(purchases); purchases += 1) {
    const { purchase } = await purchaseBook(buyer.client, { bookId, delivery });
    const purchaseId = purchase?.id ?? '';
    if (purchases % 3 !== 0) await payPurchase(buyer.client, { purchaseId });
    if (purchases % 3 === 1) await shipPurchase(seller.client, { purchaseId });
    else await cancelPurchase(buyer.client, { purchaseId });
  }
  return purchases;
}

test('a store in which people buy, pay and call off is sound each time it is looked at', async () => {
  const seller = store.person();
  const bookId = await publishBook(seller.client, { stock: 1000 });
  let isOver = false;
  const isEnough = (made: number) => isOver && made * buyers >= leastPurchases;
  const trading = Promise.all(Array.from({ length: buyers }, () => trade(seller, bookId, isEnough)));
  const verdicts: Verdict[] = [];
  for (let look = 0; look < looks; look += 1) {
    await delay(betweenLooks);
    verdicts.push(
      await checkInvariants(store.description.databases, { recoverySeconds: 1, graceSeconds: 30 }),
    );
  }
  isOver = true;
  const purchases = (await trading).reduce((sum, made) => sum + made, 0);
  expect(verdicts.flatMap(({ violations }) => violations)).toEqual([]);
  expect(purchases).toBeGreaterThanOrEqual(leastPurchases);
  expect(verdicts.at(-1)?.counts.purchases).toBeGreaterThan(verdicts[0]?.counts.purchases ?? 0);
});
