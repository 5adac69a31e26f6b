import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../deploy/local/free-port.ts';
import { places } from '../../deploy/local/places.ts';
import { services } from '../../runtime/services.ts';
import { eventsAtRest } from '../../testing/events-at-rest.ts';
import { eventually } from '../../testing/eventually.ts';
import { inTurn } from '../../testing/figures.ts';
import { violations } from '../../testing/invariants.ts';
import {
  cancelPurchase,
  payPurchase,
  publishBook,
  purchaseBook,
  soundDelivery,
} from '../../testing/operations.ts';
import { TestProcess } from '../../testing/test-process.ts';
import { settingsOf, startTestStore, type TestStore } from '../../testing/test-store.ts';
import { toldOf } from '../../testing/told-of.ts';
import { StoreUser } from '../../testing/use-store.ts';
import { Victim } from '../../testing/victim.ts';

// One of two workers is paused with what it has claimed until its lease is long over; the other one finishes that; and then
// the first goes on where it was.

/** So long the failpoint keeps the worker where it is; it is paused meanwhile. */
const keptMilliseconds = 3_000;
/** For what the worker that was paused is still about to do. */
const restMilliseconds = 2_000;

/** What is left to a worker, how it must end, and what catalog and purchase tell of it: each thing once. */
const stories = {
  pay: {
    end: { status: 'PAID', payment: 'CAPTURED', charge: 'CAPTURED' },
    told: ['PurchasePlaced', 'PurchasePaid'],
    toldOfStock: ['StockReserved', 'StockCommitted'],
  },
  cancel: {
    end: { status: 'CANCELLED', payment: 'REFUNDED', charge: 'REFUNDED' },
    told: ['PurchasePlaced', 'PurchasePaid', 'PurchaseCancelled'],
    toldOfStock: ['StockReserved', 'StockCommitted', 'StockReleased'],
  },
} as const;

const pauses = [
  ['claim-due.after-claim', 'pay'],
  ['pay-purchase.after-authorize', 'pay'],
  ['give-back.after-release', 'cancel'],
  ['pay-purchase.after-commit-stock', 'pay'],
  ['claim-due.after-claim', 'cancel'],
  ['give-back.after-refund', 'cancel'],
  ['pay-purchase.after-capture', 'pay'],
] as const;

let running: TestStore;
let store: StoreUser;
let first: TestProcess;
let purchaseProcess: Victim;
const put = new Map<string, number>();

beforeAll(async () => {
  running = await startTestStore('paused_worker');
  store = new StoreUser(running.description);
  first = running.process('worker');
  purchaseProcess = new Victim(running.process('purchase'), 'paused-worker-purchase');
  await purchaseProcess.start();
});

afterAll(async () => {
  first.signal('SIGCONT');
  await running.stop();
});

/** A purchase of somebody whose last step was begun, and is due for a worker. */
async function leaveToWorker(story: keyof typeof stories): Promise<string> {
  const [buyer, seller] = [store.person(), store.person()];
  const bookId = await publishBook(seller.client, { stock: 1 });
  put.set(bookId, 1);
  const delivery = await soundDelivery(buyer.client);
  const { purchase } = await purchaseBook(buyer.client, { bookId, delivery });
  const purchaseId = purchase?.id ?? '';
  const pay = () => payPurchase(buyer.client, { purchaseId });
  const cancel = () => cancelPurchase(buyer.client, { purchaseId });
  if (story === 'pay') await purchaseProcess.strike('pay-purchase.after-begin', 'error', pay);
  else {
    await pay();
    await purchaseProcess.strike('cancel-purchase.after-cancel', 'error', cancel);
  }
  const due = 'SELECT COUNT(*) AS due FROM purchase WHERE id = ? AND due_at <= UTC_TIMESTAMP(3)';
  await eventually(() => store.rows('purchase', due, [purchaseId]), [{ due: 1 }]);
  return purchaseId;
}

/** How a purchase, its payment and the provider's charge stand, of which there must be one. */
const standing = (purchaseId: string) =>
  store.rows(
    'purchase',
    `SELECT p.status, y.status AS payment, c.status AS charge FROM purchase p
     JOIN payment y ON y.purchase_id = p.id JOIN simulated_charge c ON c.id = y.id WHERE p.id = ?`,
    [purchaseId],
  );

/** Whether nothing is left to do by itself. */
async function isOver(purchaseId: string): Promise<boolean> {
  const over = 'SELECT 1 FROM purchase WHERE id = ? AND due_at IS NULL';
  return (await store.rows('purchase', over, [purchaseId])).length === 1;
}

/** Starts the worker, and pauses it where it meets the failpoint with what it has claimed; when that was. */
async function pauseFirst(failpoint: string): Promise<number> {
  const sleeper = new Victim(first, 'paused-worker');
  const struckAt = await sleeper.strike(failpoint, 'delay', async () => {
    if (first.hasEnded()) await sleeper.start();
    await delay(100);
  });
  first.signal('SIGSTOP');
  return struckAt;
}

async function startSecond(): Promise<TestProcess> {
  const port = await freePort();
  const settings = { ...settingsOf(running.description, 0), [services.worker.portSetting]: String(port) };
  const logFile = join(places.data, 'test', 'logs', 'paused_worker-worker-second.log');
  const second = new TestProcess({ service: 'worker', port, settings, logFile });
  second.start();
  await second.ready();
  return second;
}

test.each(inTurn(pauses, 3))(
  'a worker that sleeps at %s does no harm when it wakes (%s)',
  async (failpoint, story) => {
    const { end, told, toldOfStock } = stories[story];
    await first.stop('SIGKILL');
    const purchaseId = await leaveToWorker(story);
    const struckAt = await pauseFirst(failpoint);
    expect(await isOver(purchaseId)).toBe(false);

    const second = await startSecond();
    try {
      await eventually(() => isOver(purchaseId), true);
      expect(await standing(purchaseId)).toEqual([end]);
      first.signal('SIGCONT');
      await delay(Math.max(0, struckAt + keptMilliseconds - Date.now()) + restMilliseconds);
      expect(first.hasEnded()).toBe(false);
      expect(await standing(purchaseId)).toEqual([end]);
      await eventsAtRest(running.description);
      expect(await toldOf(store, 'purchase', purchaseId)).toEqual(told);
      expect(await toldOf(store, 'catalog', purchaseId)).toEqual(toldOfStock);
      expect(await violations(store, put)).toEqual([]);
    } finally {
      first.signal('SIGCONT');
      await second.stop();
    }
  },
);
