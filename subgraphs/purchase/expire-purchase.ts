import type { EntityManager } from '@mikro-orm/mysql';
import { transaction } from '../../runtime/transaction.ts';
import { Delivery } from './delivery.ts';
import { giveBack } from './give-back.ts';
import { lockPurchase } from './lock-purchase.ts';
import { movePurchase } from './move-purchase.ts';
import { Payment } from './payment.ts';
import type { Store } from './store.ts';

/** Ends a purchase whose reservation ran out and that nobody is paying, and gives its copies back. */
export async function expirePurchase(store: Store, id: string): Promise<void> {
  const expired = await transaction(store.em, async tx => {
    const locked = await lockPurchase(tx, { id, status: 'AWAITING_PAYMENT' });
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

/** Whether a payment is under way, so that nothing else may end the purchase. */
export async function isBeingPaid(tx: EntityManager, paymentId: string | null): Promise<boolean> {
  if (!paymentId) return false;
  const payment = await tx.findOneOrFail(Payment, { id: paymentId });
  return payment.isOpen();
}

/** The purchase's delivery, if it has one, is called off. */
export async function cancelDelivery(tx: EntityManager, purchaseId: string): Promise<void> {
  const delivery = await tx.findOne(Delivery, { purchaseId });
  if (delivery) delivery.status = 'CANCELLED';
}
