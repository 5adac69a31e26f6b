import type { Violation } from './invariants.ts';
import { isOpen, type Line, type PurchaseRecord } from './purchase-record.ts';

/** The status of the reservation that goes with a purchase of each status, once nothing is under way. */
export const reservationOf: Readonly<Record<string, string>> = {
  REJECTED: 'REFUSED',
  AWAITING_PAYMENT: 'RESERVED',
  EXPIRED: 'RELEASED',
  CANCELLED: 'RELEASED',
  PAID: 'COMMITTED',
  SHIPPED: 'COMMITTED',
  DELIVERED: 'COMMITTED',
};

/** What it may be meanwhile: while catalog is being asked, a payment is settled, or copies are given back. */
function possible({ status, payments, releaseDue }: PurchaseRecord): (string | undefined)[] {
  if (status === 'PENDING') return [undefined, 'RESERVED', 'REFUSED'];
  if (status === 'AWAITING_PAYMENT' && payments.some(isOpen)) return ['RESERVED', 'COMMITTED'];
  if (releaseDue) return ['RESERVED', 'COMMITTED', 'RELEASED'];
  return [reservationOf[status]];
}

/** Each purchase has its reservation, and each reservation its purchase. */
export function* reservationRule(purchase: PurchaseRecord): Generator<Violation> {
  const { id, status, reservation } = purchase;
  const seen = reservation ? `a reservation ${reservation.status}` : 'no reservation';
  if (status === 'NONE') {
    yield {
      invariant: 'reservation_has_its_purchase',
      id,
      seen: reservation ? seen : 'copies in lines of no reservation',
      expected: 'a purchase of that id',
    };
    return;
  }
  const statuses = possible(purchase);
  if (statuses.includes(reservation?.status)) return;
  yield {
    invariant: 'purchase_has_its_reservation',
    id,
    seen: `a purchase ${status} with ${seen}`,
    expected: `one that is ${statuses.join(' or ')}`,
  };
}

const tell = (lines: readonly Line[]): string =>
  lines.map(({ bookId, quantity, unitPrice }) => `${quantity} of ${bookId} at ${unitPrice}`).join(', ') ||
  'nothing';

/** What is bought is what was set aside. */
export function* linesRule({ id, status, lines, reservation }: PurchaseRecord): Generator<Violation> {
  if (!reservation || status === 'NONE' || status === 'PENDING' || status === 'REJECTED') return;
  const bought = tell(lines);
  const reserved = tell(reservation.lines);
  if (bought !== reserved)
    yield {
      invariant: 'reserved_copies_are_bought',
      id,
      seen: `bought ${bought}`,
      expected: `${reserved}, as reserved`,
    };
}
