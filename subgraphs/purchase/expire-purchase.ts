import { transaction } from '../../runtime/transaction.ts';
import { cancelDelivery } from './cancel-delivery.ts';
import { giveBack } from './give-back.ts';
import { isBeingPaid } from './is-being-paid.ts';
import { lockPurchase } from './lock-purchase.ts';
import { movePurchase } from './move-purchase.ts';
import type { Store } from './store.ts';

/** Ends a purchase whose reservation ran out and that nobody is paying, and gives its copies back. */
export async function expirePurchase(store: Store, id: string): Promise<void> {
  const expired = await transaction(store.em, async tx => {
    const locked = await lockPurchase(tx, id, { status: 'AWAITING_PAYMENT' });
    if (!locked) return false;
    const { purchase, now } = locked;
    if (!purchase.reservedUntil || purchase.reservedUntil > now) return false;
    if (await isBeingPaid(tx, purchase.paymentId)) return false;
    movePurchase(tx, purchase, 'EXPIRED', now, 'It was not paid in time.');
    purchase.releaseDue = true;
    purchase.dueAt = now;
    await cancelDelivery(tx, id);
    return true;
  });
  if (expired) await giveBack(store, id);
}
