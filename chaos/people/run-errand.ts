import { setTimeout as delay } from 'node:timers/promises';
import type { Errand } from '../plan/plan-errand.ts';
import type { PurchaseRecord } from '../record/purchase-record.ts';
import { beginErrand } from './buy.ts';
import { pay } from './pay.ts';
import type { OfferedBook, Person, Scene } from './scene.ts';
import { look, tell } from './tell.ts';

async function cancel(buyer: Person, record: PurchaseRecord, purchaseId: string): Promise<void> {
  record.asked.add('CANCELLED');
  await tell(buyer.client, record, 'cancelPurchase', { purchaseId, reason: 'I have it already.' });
}

async function chooseDelivery(
  { delivery }: Scene,
  buyer: Person,
  record: PurchaseRecord,
  purchaseId: string,
): Promise<void> {
  const { purchase } = await tell(buyer.client, record, 'chooseDelivery', { purchaseId, delivery });
  if (purchase) record.noteDelivery();
}

/** Waits for the last moment at which the purchase can be paid, give or take something. */
async function untilLastMoment(
  { lastMoment }: Errand,
  buyer: Person,
  record: PurchaseRecord,
  id: string,
): Promise<void> {
  const purchase = await look(buyer.client, record, id);
  if (!purchase?.reservedUntil) return;
  await delay(Math.max(0, Date.parse(purchase.reservedUntil) + lastMoment - Date.now()));
}

/** What becomes of a purchase that is paid: its seller ships it, its buyer confirms it or gives it back. */
async function finish(
  errand: Errand,
  { seller }: OfferedBook,
  buyer: Person,
  record: PurchaseRecord,
  purchaseId: string,
): Promise<void> {
  if (errand.afterwards === 'cancel') await cancel(buyer, record, purchaseId);
  if (errand.afterwards !== 'ship' && errand.afterwards !== 'ship and confirm') return;
  record.asked.add('SHIPPED');
  await tell(seller.client, record, 'shipPurchase', { purchaseId });
  if (errand.afterwards === 'ship') return;
  record.asked.add('DELIVERED');
  await tell(buyer.client, record, 'confirmDelivery', { purchaseId });
}

/**
 * Does an errand; answers how to ask for its purchase once more under its key.
 * Throws GaveUp when the store did not answer in the end.
 */
export async function runErrand(
  scene: Scene,
  errand: Errand,
  key: string,
): Promise<(() => Promise<void>) | undefined> {
  const begun = await beginErrand(scene, errand, key);
  if (!begun) return undefined;
  const { record, buyer, book, again } = begun;
  const [id] = record.ids;
  if (!id || errand.then === 'abandon') return again;
  if (errand.then === 'cancel') {
    await cancel(buyer, record, id);
    return again;
  }
  if (!errand.choosesDeliveryAtOnce) await chooseDelivery(scene, buyer, record, id);
  if (errand.then === 'pay at the last moment') await untilLastMoment(errand, buyer, record, id);
  const [purchase] = await Promise.all([
    pay(buyer, record, id, errand),
    ...(errand.cancelsMeanwhile ? [cancel(buyer, record, id)] : []),
  ]);
  if (purchase?.status === 'PAID') await finish(errand, book, buyer, record, id);
  return again;
}
