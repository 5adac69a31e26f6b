import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { step } from '../../runtime/failpoint.ts';
import { transaction } from '../../runtime/transaction.ts';
import { askProvider } from './ask-provider.ts';
import { lockPurchase } from './lock-purchase.ts';
import { Payment } from './payment.ts';
import { Purchase } from './purchase.ts';
import type { Store } from './store.ts';

/** Nothing comes after these. */
const over = { status: { $in: ['CANCELLED', 'EXPIRED'] } } as const;

/**
 * Gives back what a purchase that was called off or has run out still holds: the copies to catalog, and the money to
 * the buyer if it was taken. Does nothing to any other. Can be called again at any time; what cannot be done now, the
 * worker asks again.
 */
export async function giveBack(store: Store, purchaseId: string): Promise<void> {
  const fits = { id: purchaseId, ...over };
  const purchase = await store.em.findOne(Purchase, fits, { disableIdentityMap: true });
  if (!purchase) return;
  const { paymentId, releaseDue } = purchase;
  const released = !releaseDue || (await step('give-back.after-release', () => release(store, purchaseId)));
  const refunded = !paymentId || (await step('give-back.after-refund', () => refund(store, paymentId)));
  await transaction(store.em, async tx => {
    const locked = await lockPurchase(tx, purchaseId);
    if (!locked) return;
    if (released) locked.purchase.releaseDue = false;
    if (released && refunded) locked.purchase.dueAt = null;
    const payment = paymentId ? await tx.findOneOrFail(Payment, { id: paymentId }) : null;
    if (refunded && payment?.status === 'CAPTURED') {
      payment.status = 'REFUNDED';
      await appendEntries(tx, [{ action: 'PaymentRefunded', subjectId: payment.id }]);
    }
  });
}

async function release(store: Store, purchaseId: string): Promise<boolean> {
  try {
    await store.stock.release(purchaseId);
    return true;
  } catch (error) {
    store.logger.warn({ err: error, purchaseId }, 'the copies could not be given back yet');
    return false;
  }
}

async function refund(store: Store, paymentId: string): Promise<boolean> {
  const payment = await store.em.findOneOrFail(Payment, { id: paymentId }, { disableIdentityMap: true });
  if (payment.status !== 'CAPTURED') return true;
  const answer = await askProvider(store, 'refund', paymentId, async () => {
    await store.paymentProvider.refund(paymentId);
    return true;
  });
  return answer === true;
}
