import type { EntityManager } from '@mikro-orm/mysql';
import { failpoint, step } from '../../runtime/failpoint.ts';
import { transaction } from '../../runtime/transaction.ts';
import type { Viewer } from '../../runtime/viewer.ts';
import { callOff } from './call-off.ts';
import { giveBack } from './give-back.ts';
import { isBeingPaid } from './is-being-paid.ts';
import { lockPurchase } from './lock-purchase.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { Purchase } from './purchase.ts';
import type { CancelPurchaseInput } from './resolvers.generated.ts';
import type { Store } from './store.ts';
import { purchaseNotFound, userError } from './user-error.ts';
import { waitAWhile } from './wait-a-while.ts';

const maxReasonLength = 500;

/** Calls a purchase off for its buyer or seller, and gives back its copies and, when it was paid, the money. */
export async function cancelPurchase(
  store: Store,
  viewer: Viewer,
  input: CancelPurchaseInput,
): Promise<Outcome> {
  const reason = input.reason?.trim() ?? '';
  if ([...reason].length > maxReasonLength) {
    return refused(
      userError('REASON_INVALID', `A reason has at most ${maxReasonLength} characters.`, ['reason']),
    );
  }
  const cancel = async (tx: EntityManager) => {
    const sides = [{ buyerId: viewer.id }, { sellerId: viewer.id }];
    const locked = await lockPurchase(tx, input.purchaseId, { sellerId: { $ne: null }, $or: sides });
    if (!locked) return refused(purchaseNotFound());
    const { purchase, now } = locked;
    if (purchase.status !== 'AWAITING_PAYMENT' && purchase.status !== 'PAID') {
      const message = `A purchase is called off until it is shipped; it is ${purchase.status}.`;
      return refused(userError('WRONG_STATUS', message, ['purchaseId']));
    }
    if (await isBeingPaid(tx, purchase.paymentId)) {
      const message = 'A payment of this purchase is being settled. Look again in a moment.';
      return refused(userError('WRONG_STATUS', message, ['purchaseId']));
    }
    const side = viewer.id === purchase.buyerId ? 'the buyer' : 'the seller';
    await callOff(tx, purchase, now, `Called off by ${side}${reason && `: ${reason}`}`);
    await failpoint('cancel-purchase.before-cancel');
    return done(purchase);
  };
  const outcome = await step('cancel-purchase.after-cancel', () => transaction(store.em, cancel));
  if (!outcome.purchase) return outcome;
  const { id } = outcome.purchase;
  await waitAWhile(store, giveBack(store, id));
  return done(await store.em.findOneOrFail(Purchase, { id }, { disableIdentityMap: true }));
}
