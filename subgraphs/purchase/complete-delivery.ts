import type { EntityManager } from '@mikro-orm/mysql';
import { transaction } from '../../runtime/transaction.ts';
import { Delivery } from './delivery.ts';
import { lockPurchase } from './lock-purchase.ts';
import { movePurchase } from './move-purchase.ts';
import type { Purchase } from './purchase.ts';
import type { Store } from './store.ts';

/** Writes down, under the purchase's lock, that it arrived. */
export async function completeDelivery(
  tx: EntityManager,
  purchase: Purchase,
  now: Date,
  note: string,
): Promise<void> {
  const delivery = await tx.findOneOrFail(Delivery, { purchaseId: purchase.id });
  tx.assign(delivery, { status: 'DELIVERED', deliveredAt: now });
  await movePurchase(tx, purchase, 'DELIVERED', now, note);
  purchase.dueAt = null;
}

/** Takes a purchase as delivered that was shipped long enough ago without a word from its buyer. */
export const takeAsDelivered = (store: Store, id: string): Promise<void> =>
  transaction(store.em, async tx => {
    const locked = await lockPurchase(tx, id, { status: 'SHIPPED' });
    if (!locked) return;
    const { purchase, now } = locked;
    const shippedFor = now.getTime() - purchase.updatedAt.getTime();
    const due = store.settings.UNATTENDED_DELIVERY_SECONDS * 1000;
    if (shippedFor < due) purchase.dueAt = new Date(purchase.updatedAt.getTime() + due);
    else await completeDelivery(tx, purchase, now, 'Taken as delivered: nobody said otherwise in time.');
  });
