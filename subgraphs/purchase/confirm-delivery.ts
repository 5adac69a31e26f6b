import type { EntityManager } from '@mikro-orm/mysql';
import { failpoint, step } from '../../runtime/failpoint.ts';
import { transaction } from '../../runtime/transaction.ts';
import type { Viewer } from '../../runtime/viewer.ts';
import { completeDelivery } from './complete-delivery.ts';
import { lockPurchaseOfBuyer } from './lock-purchase.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { ConfirmDeliveryInput } from './resolvers.generated.ts';
import type { Store } from './store.ts';
import { purchaseNotFound, userError } from './user-error.ts';

/** The buyer says that a shipped purchase arrived. */
export function confirmDelivery(store: Store, viewer: Viewer, input: ConfirmDeliveryInput): Promise<Outcome> {
  const confirm = async (tx: EntityManager) => {
    const locked = await lockPurchaseOfBuyer(tx, viewer.id, input.purchaseId);
    if (!locked) return refused(purchaseNotFound());
    const { purchase, now } = locked;
    if (purchase.status !== 'SHIPPED') {
      const message = `Only a shipped purchase can have arrived; it is ${purchase.status}.`;
      return refused(userError('WRONG_STATUS', message, ['purchaseId']));
    }
    await completeDelivery(tx, purchase, now, 'Confirmed by the buyer.');
    await failpoint('confirm-delivery.before-confirm');
    return done(purchase);
  };
  return step('confirm-delivery.after-confirm', () => transaction(store.em, confirm));
}
