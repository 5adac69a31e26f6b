import type { ShownDelivery } from './delivery.ts';
import { canBecome } from './move-purchase.ts';
import type { ShownPayment } from './payment.ts';
import type { Purchase } from './purchase.ts';
import type { PurchaseEvent } from './purchase-event.ts';

// What belongs to a purchase is read after its row, and may have gone on in between. These take back what was written in the
// same transactions as the statuses that the purchase comes to later: together it is how things stood at one moment.

type Told = Pick<Purchase, 'status'>;

/** The payment as it was while the purchase had that status: nothing is taken before PAID, nor given back while PAID. */
export function paymentAsOf({ status }: Told, payment: ShownPayment): ShownPayment {
  const isSettled = ['CAPTURED', 'VOIDED', 'REFUNDED'].includes(payment.status);
  if (status === 'AWAITING_PAYMENT' && isSettled)
    return { ...payment, status: 'AUTHORIZED', capturedAt: null };
  if (status === 'PAID' && payment.status === 'REFUNDED') return { ...payment, status: 'CAPTURED' };
  return payment;
}

/** The delivery as it was while the purchase had that status. */
export function deliveryAsOf({ status }: Told, delivery: ShownDelivery): ShownDelivery {
  if (canBecome(status, 'SHIPPED'))
    return { ...delivery, status: 'PENDING', trackingNumber: null, shippedAt: null, deliveredAt: null };
  if (canBecome(status, 'DELIVERED')) return { ...delivery, status: 'SHIPPED', deliveredAt: null };
  return delivery;
}

/** The history up to that status. */
export const historyAsOf = <Event extends Pick<PurchaseEvent, 'status'>>(
  { status }: Told,
  events: readonly Event[],
): Event[] => events.filter(event => !canBecome(status, event.status));
