import { transaction } from '../../runtime/transaction.ts';
import type { Viewer } from '../../runtime/viewer.ts';
import { Delivery } from './delivery.ts';
import { isBeingPaid } from './is-being-paid.ts';
import { lockPurchaseOfBuyer } from './lock-purchase.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { createDelivery, parseDelivery } from './parse-delivery.ts';
import type { ChooseDeliveryInput } from './resolvers.generated.ts';
import type { Store } from './store.ts';
import { purchaseNotFound, reservationExpired, userError } from './user-error.ts';

/** Sets, or sets anew, how and where a purchase is sent, until its payment begins. */
export async function chooseDelivery(
  store: Store,
  viewer: Viewer,
  input: ChooseDeliveryInput,
): Promise<Outcome> {
  const parsed = await parseDelivery(store.em, input.delivery, store.settings.STORE_COUNTRY);
  return transaction(store.em, async tx => {
    const locked = await lockPurchaseOfBuyer(tx, viewer.id, input.purchaseId);
    if (!locked) return refused(purchaseNotFound());
    const { purchase, now } = locked;
    if (purchase.status === 'EXPIRED') return refused(reservationExpired());
    if (purchase.status !== 'AWAITING_PAYMENT') {
      const message = `A delivery is chosen while the purchase awaits payment; it is ${purchase.status}.`;
      return refused(userError('WRONG_STATUS', message, ['purchaseId']));
    }
    if (purchase.reservedUntil && purchase.reservedUntil <= now) return refused(reservationExpired());
    if (await isBeingPaid(tx, purchase.paymentId)) {
      return refused(
        userError('WRONG_STATUS', 'A payment of this purchase is being settled.', ['purchaseId']),
      );
    }
    if ('userErrors' in parsed) return refused(...parsed.userErrors);
    const delivery = await tx.findOne(Delivery, { purchaseId: purchase.id });
    if (delivery) tx.assign(delivery, parsed.chosen);
    else createDelivery(tx, purchase.id, parsed.chosen);
    purchase.deliveryCost = parsed.chosen.cost;
    purchase.updatedAt = now;
    return done(purchase);
  });
}
