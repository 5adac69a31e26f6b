import { setTimeout as delay } from 'node:timers/promises';
import { eventsAtRest } from '../../testing/events-at-rest.ts';
import {
  cancelPurchase,
  confirmDelivery,
  type Purchase,
  type PurchaseOutcome,
  payPurchase,
  publishBook,
  purchaseBook,
  readPurchase,
  shipPurchase,
  soundDelivery,
} from '../../testing/operations.ts';
import type { StoreUser } from '../../testing/use-store.ts';
import type { Ids } from './plant.ts';

const patienceMilliseconds = 20_000;

async function until(isThere: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patienceMilliseconds;
  while (!(await isThere())) {
    if (Date.now() > deadline) throw new Error('the store does not come to rest');
    await delay(100);
  }
}

const purchaseOf = ({ purchase, userErrors }: PurchaseOutcome): Purchase => {
  if (purchase) return purchase;
  throw new Error(JSON.stringify(userErrors));
};

/** Has a store go through a purchase of each kind, by its API, and waits until it has come to rest. */
export async function oneOfEach(store: StoreUser): Promise<Ids> {
  const seller = store.person();
  const buyer = store.person();
  const book = await publishBook(seller.client, { stock: 20 });
  const delivery = await soundDelivery(buyer.client);
  const order = async () =>
    purchaseOf(await purchaseBook(buyer.client, { bookId: book, quantity: 2, delivery })).id;
  const pay = async (purchaseId: string) =>
    purchaseOf(await payPurchase(buyer.client, { purchaseId })).payment?.id ?? '';

  const [awaiting, paid, shipped, delivered] = [await order(), await order(), await order(), await order()];
  const [cancelled, refunded, expired] = [await order(), await order(), await order()];
  const payment = { paid: await pay(paid), shipped: await pay(shipped), refunded: await pay(refunded) };
  await pay(delivered);
  for (const purchaseId of [shipped, delivered]) await shipPurchase(seller.client, { purchaseId });
  await confirmDelivery(buyer.client, { purchaseId: delivered });
  await payPurchase(buyer.client, { purchaseId: cancelled, paymentToken: 'tok_declined' });
  for (const purchaseId of [cancelled, refunded]) await cancelPurchase(buyer.client, { purchaseId });
  await purchaseBook(buyer.client, { bookId: book, quantity: 100 });
  const [rejected] = await store.rows<{ id: string }>(
    'purchase',
    "SELECT id FROM purchase WHERE status = 'REJECTED'",
  );
  await store.rows('purchase', 'UPDATE purchase SET reserved_until = NOW(3), due_at = NOW(3) WHERE id = ?', [
    expired,
  ]);
  await until(async () => (await readPurchase(buyer.client, expired))?.status === 'EXPIRED');
  await until(
    async () => (await store.rows('purchase', 'SELECT 1 FROM purchase WHERE release_due')).length === 0,
  );
  await eventsAtRest(store.description);
  return {
    book,
    awaiting,
    paid,
    shipped,
    delivered,
    cancelled,
    refunded,
    expired,
    rejected: rejected?.id ?? '',
    payment,
  };
}
