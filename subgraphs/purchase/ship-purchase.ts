import type { EntityManager } from '@mikro-orm/mysql';
import { failpoint, step } from '../../runtime/failpoint.ts';
import { transaction } from '../../runtime/transaction.ts';
import type { Viewer } from '../../runtime/viewer.ts';
import { Delivery } from './delivery.ts';
import { lockPurchase } from './lock-purchase.ts';
import { movePurchase } from './move-purchase.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { ShipPurchaseInput } from './resolvers.generated.ts';
import type { Store } from './store.ts';
import { newTrackingNumber } from './tracking-number.ts';
import { purchaseNotFound, userError } from './user-error.ts';

const maxTrackingNumberLength = 100;

/** Sends a paid purchase off, for its seller. */
export async function shipPurchase(store: Store, viewer: Viewer, input: ShipPurchaseInput): Promise<Outcome> {
  const trackingNumber = input.trackingNumber?.trim() ?? newTrackingNumber();
  if (
    trackingNumber === '' ||
    trackingNumber.length > maxTrackingNumberLength ||
    /\p{Cc}/u.test(trackingNumber)
  ) {
    const message = `A tracking number is one line of 1 to ${maxTrackingNumberLength} characters.`;
    return refused(userError('TRACKING_NUMBER_INVALID', message, ['trackingNumber']));
  }
  const ship = async (tx: EntityManager) => {
    const locked = await lockPurchase(tx, input.purchaseId, { sellerId: viewer.id });
    if (!locked) return refused(purchaseNotFound());
    const { purchase, now } = locked;
    if (purchase.status !== 'PAID') {
      const message = `Only a paid purchase is shipped; it is ${purchase.status}.`;
      return refused(userError('WRONG_STATUS', message, ['purchaseId']));
    }
    const delivery = await tx.findOneOrFail(Delivery, { purchaseId: purchase.id });
    tx.assign(delivery, { status: 'SHIPPED', trackingNumber, shippedAt: now });
    await movePurchase(tx, purchase, 'SHIPPED', now, `Tracking number ${trackingNumber}`);
    purchase.dueAt = new Date(now.getTime() + store.settings.UNATTENDED_DELIVERY_SECONDS * 1000);
    await failpoint('ship-purchase.before-ship');
    return done(purchase);
  };
  return step('ship-purchase.after-ship', () => transaction(store.em, ship));
}
