import type { EntityManager } from '@mikro-orm/mysql';
import { failpoint, step } from '../../runtime/failpoint.ts';
import { transaction } from '../../runtime/transaction.ts';
import { cancelDelivery } from './cancel-delivery.ts';
import { giveBack } from './give-back.ts';
import { isBeingPaid } from './is-being-paid.ts';
import { lockPurchase } from './lock-purchase.ts';
import { movePurchase } from './move-purchase.ts';
import type { Store } from './store.ts';

/** Ends a purchase whose reservation ran out and that nobody is paying, and gives its copies back. */
export async function expirePurchase(store: Store, id: string): Promise<void> {
  const expire = async (tx: EntityManager) => {
    const locked = await lockPurchase(tx, id, { status: 'AWAITING_PAYMENT' });
    if (!locked) return false;
    const { purchase, now } = locked;
    if (!purchase.reservedUntil || purchase.reservedUntil > now) return false;
    if (await isBeingPaid(tx, purchase.paymentId)) return false;
    await movePurchase(tx, purchase, 'EXPIRED', now, 'It was not paid in time.');
    purchase.releaseDue = true;
    purchase.dueAt = now;
    await cancelDelivery(tx, id);
    await failpoint('expire-purchase.before-expire');
    return true;
  };
  const expired = await step('expire-purchase.after-expire', () => transaction(store.em, expire));
  if (expired) await giveBack(store, id);
}
