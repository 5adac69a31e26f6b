import { isDuplicate } from '../../runtime/database-errors.ts';
import { step } from '../../runtime/failpoint.ts';
import type { Viewer } from '../../runtime/viewer.ts';
import { beginPayment } from './begin-payment.ts';
import { checkIdempotencyKey } from './idempotency-key.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { loadPayment } from './payment-steps.ts';
import type { PayPurchaseInput } from './resolvers.generated.ts';
import { settlePayment } from './settle-payment.ts';
import type { Store } from './store.ts';
import { reservationExpired, userError } from './user-error.ts';
import { waitAWhile } from './wait-a-while.ts';

/**
 * Pays a purchase: the attempt is written down, then the provider is asked under the attempt's id, the copies
 * are sold, the money is taken. Where that takes long the answer comes before, with a payment that is still open. The
 * same key asks for the same attempt, however often and however parallel.
 */
export async function payPurchase(store: Store, viewer: Viewer, input: PayPurchaseInput): Promise<Outcome> {
  const mistakes = checkIdempotencyKey(input.idempotencyKey);
  if (mistakes.length > 0) return refused(...mistakes);
  const begin = () => beginPayment(store, viewer, input);
  // The same key for two purchases at once: the second finds what the first has written.
  const begun = await step('pay-purchase.after-begin', () =>
    begin().catch(error => {
      if (isDuplicate(error, 'payment_idempotency')) return begin();
      throw error;
    }),
  );
  if ('userErrors' in begun) return begun;

  const { payment, purchase } = await step('pay-purchase.before-answer', async () => {
    const settled = await waitAWhile(store, settlePayment(store, begun));
    return settled ?? loadPayment(store.em, begun.payment.id);
  });
  if (payment.status === 'VOIDED') return refused(reservationExpired());
  if (payment.status !== 'DECLINED') return done(purchase);
  const reason = payment.declineReason ?? 'The payment was declined.';
  return {
    purchase,
    userErrors: [userError('PAYMENT_DECLINED', `${reason} Pay again in another way.`, ['paymentToken'])],
  };
}
