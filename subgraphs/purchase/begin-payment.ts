import type { EntityManager } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { newId } from '../../runtime/ids.ts';
import { requestHash } from '../../runtime/request-hash.ts';
import { transaction } from '../../runtime/transaction.ts';
import type { Viewer } from '../../runtime/viewer.ts';
import { Delivery } from './delivery.ts';
import { keyReused } from './idempotency-key.ts';
import { isBeingPaid } from './is-being-paid.ts';
import { lockPurchaseOfBuyer } from './lock-purchase.ts';
import { type Outcome, refused } from './outcome.ts';
import { Payment } from './payment.ts';
import type { Settled } from './payment-steps.ts';
import { type Purchase, totalOf } from './purchase.ts';
import type { PayPurchaseInput, PurchaseUserError } from './resolvers.generated.ts';
import type { Store } from './store.ts';
import { purchaseNotFound, reservationExpired, userError } from './user-error.ts';
import { workerTakesOverAt } from './worker-takes-over.ts';

const maxTokenLength = 200;

/** Writes down an attempt to pay, PENDING, for the purchase's total; the one of the same key where there is one. */
export function beginPayment(
  store: Store,
  viewer: Viewer,
  input: PayPurchaseInput,
): Promise<Settled | Outcome> {
  const hash = requestHash(input.purchaseId, input.method, input.paymentToken);
  return transaction(store.em, async tx => {
    const locked = await lockPurchaseOfBuyer(tx, viewer.id, input.purchaseId);
    if (!locked) return refused(purchaseNotFound());
    const { purchase, now } = locked;
    const known = await tx.findOne(Payment, { buyerId: viewer.id, idempotencyKey: input.idempotencyKey });
    if (known) return known.requestHash === hash ? { payment: known, purchase } : refused(keyReused());
    const refusal = await whyNot(tx, purchase, now, input);
    if (refusal) return refused(refusal);
    const payment = tx.create(Payment, {
      id: newId(),
      purchaseId: purchase.id,
      buyerId: viewer.id,
      method: input.method,
      token: input.paymentToken ?? null,
      status: 'PENDING',
      amount: totalOf(purchase),
      declineReason: null,
      idempotencyKey: input.idempotencyKey,
      requestHash: hash,
      createdAt: now,
      capturedAt: null,
    });
    const { id: subjectId, amount } = payment;
    const facts = { purchaseId: purchase.id, amount };
    await appendEntries(tx, [{ action: 'PaymentBegun', subjectId, facts }]);
    purchase.paymentId = payment.id;
    purchase.dueAt = workerTakesOverAt(store, now);
    return { payment, purchase };
  });
}

/** Why a purchase cannot be paid now; null when it can. */
async function whyNot(
  tx: EntityManager,
  purchase: Purchase,
  now: Date,
  input: PayPurchaseInput,
): Promise<PurchaseUserError | null> {
  if (purchase.status === 'EXPIRED') return reservationExpired();
  if (purchase.status !== 'AWAITING_PAYMENT') {
    return userError(
      'WRONG_STATUS',
      `Only a purchase that awaits payment is paid; it is ${purchase.status}.`,
      ['purchaseId'],
    );
  }
  if (await isBeingPaid(tx, purchase.paymentId)) {
    return userError(
      'WRONG_STATUS',
      'Another payment of this purchase is being settled. Look again in a moment.',
      ['purchaseId'],
    );
  }
  if (!purchase.reservedUntil || purchase.reservedUntil <= now) return reservationExpired();
  if (!(await tx.findOne(Delivery, { purchaseId: purchase.id }))) {
    return userError('DELIVERY_NOT_CHOSEN', 'Choose a delivery first (chooseDelivery).', ['purchaseId']);
  }
  if ((input.paymentToken?.length ?? 0) > maxTokenLength) {
    return userError('PAYMENT_DECLINED', 'The payment token is not known.', ['paymentToken']);
  }
  return null;
}
