import type { Violation } from './invariants.ts';
import { isSettled, type PaymentRecord, type PurchaseRecord } from './purchase-record.ts';

const tell = (charges: readonly { amount: number }[]): string =>
  charges.length === 0
    ? 'no captured charge'
    : `captured: ${charges.map(({ amount }) => amount).join(' and ')}`;

/** Whether the worker still gives back what the purchase had, and has not taken too long about it. */
const isUnderWay = ({ isDueSometime, late }: PurchaseRecord): boolean => isDueSometime && !late.moved;

/** Whether the copies are sold and the money is taken, and only writing both down is left. */
const isBeingWrittenDown = ({ status, reservation }: PurchaseRecord, payment: PaymentRecord): boolean =>
  status === 'AWAITING_PAYMENT' && reservation?.status === 'COMMITTED' && payment.status === 'AUTHORIZED';

/** Money is taken once for what is paid, and given back or never taken for everything else. Amounts in minor units. */
export function* captureRule(purchase: PurchaseRecord): Generator<Violation> {
  const { id, status, total, payments } = purchase;
  const captured = payments.filter(({ charge }) => charge?.status === 'CAPTURED');
  const charges = captured.flatMap(({ charge }) => charge ?? []);
  const seen = `a purchase ${status}, ${tell(charges)}`;
  if (isSettled(purchase)) {
    if (charges.length !== 1 || charges[0]?.amount !== total)
      yield { invariant: 'one_capture_when_paid', id, seen, expected: `one charge of ${total} captured` };
  } else if (status === 'CANCELLED') {
    if (charges.length > 0 && !isUnderWay(purchase))
      yield { invariant: 'cancelled_is_refunded', id, seen, expected: 'all of it refunded' };
  } else if (captured.some(payment => !isBeingWrittenDown(purchase, payment)))
    yield { invariant: 'no_capture_elsewhere', id, seen, expected: 'no captured charge' };
}

/** Money is held only while a purchase is being paid. */
export function* holdRule({ id, status, payments }: PurchaseRecord): Generator<Violation> {
  const held = payments.filter(({ charge }) => charge?.status === 'AUTHORIZED');
  if (status !== 'AWAITING_PAYMENT' && held.length > 0)
    yield {
      invariant: 'no_hold_when_over',
      id,
      seen: `a purchase ${status} with ${held.map(({ charge }) => charge?.amount).join(' and ')} held`,
      expected: 'nothing held',
    };
}

/** What the charge of a payment may be: an open one, or one that is being refunded, is behind its charge. */
function isPossible({ status, charge }: PaymentRecord, purchase: PurchaseRecord): boolean {
  if (status === 'PENDING') return [undefined, 'AUTHORIZED', 'DECLINED'].includes(charge?.status);
  if (status === 'AUTHORIZED') return ['AUTHORIZED', 'CAPTURED', 'VOIDED'].includes(charge?.status ?? '');
  const isRefunding = status === 'CAPTURED' && purchase.status === 'CANCELLED' && isUnderWay(purchase);
  return charge?.status === status || (isRefunding && charge?.status === 'REFUNDED');
}

/** We and the provider have the same in our books. */
export function* bookkeepingRule(purchase: PurchaseRecord): Generator<Violation> {
  for (const payment of purchase.payments) {
    const { id, status, amount, charge } = payment;
    if (isPossible(payment, purchase) && (charge === undefined || charge.amount === amount)) continue;
    yield {
      invariant: 'payment_agrees_with_charge',
      id,
      seen: `a payment ${status} of ${amount} with ${charge ? `a charge ${charge.status} of ${charge.amount}` : 'no charge'}`,
      expected: 'the same status and amount',
    };
  }
}
