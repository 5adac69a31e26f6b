import type { InvariantName, Violation } from './invariants.ts';
import { isOpen, type PurchaseRecord } from './purchase-record.ts';

/** Nothing that passes by itself lasts longer than it should. */
export function* timeRule(purchase: PurchaseRecord): Generator<Violation> {
  const { id, status, payments, releaseDue, late, isDueSometime } = purchase;
  const tooLate = (invariant: InvariantName, seen: string, expected: string, of = id): Violation => ({
    invariant,
    id: of,
    seen,
    expected,
  });
  if (status === 'PENDING' && late.made)
    yield tooLate('pending_in_time', 'still PENDING', 'AWAITING_PAYMENT or REJECTED by now');
  if (status === 'AWAITING_PAYMENT' && late.reservedUntil && !payments.some(isOpen))
    yield tooLate('awaiting_payment_in_time', 'still AWAITING_PAYMENT', 'EXPIRED by now');
  for (const payment of payments)
    if (isOpen(payment) && payment.isLate)
      yield tooLate('payment_settled_in_time', `still ${payment.status}`, 'settled by now', payment.id);
  if (releaseDue && late.moved)
    yield tooLate('given_back_in_time', `${status}, and its copies not given back`, 'given back by now');
  if (late.due)
    yield tooLate('worker_in_time', `${status}, due and not looked at`, 'looked at by the worker by now');
  const needsWorker = releaseDue || ['PENDING', 'AWAITING_PAYMENT', 'SHIPPED'].includes(status);
  if (needsWorker && !isDueSometime)
    yield tooLate('worker_in_time', `${status} and never due`, 'a time at which the worker looks');
}
