import { isOpen, type PurchaseRecord } from '../../invariants/purchase-record.ts';
import { reservationOf } from '../../invariants/reservation-rules.ts';

/** The reservation that a purchase must have: as it is ('leave'), none, or one of that status. */
export type Wanted = 'leave' | 'none' | 'REFUSED' | 'RESERVED' | 'COMMITTED' | 'RELEASED';

const statuses: Readonly<Record<string, Wanted>> = {
  REFUSED: 'REFUSED',
  RESERVED: 'RESERVED',
  COMMITTED: 'COMMITTED',
  RELEASED: 'RELEASED',
};

/**
 * The reservation that goes with a purchase, after both databases were restored to about the same time. The purchase
 * decides, because it is what its buyer was told and has paid for: catalog follows it. Where the store's own recovery
 * comes to the same end, it is left to that.
 */
export function wantedReservation({ status, reservation, payments }: PurchaseRecord): Wanted {
  const now = reservation?.status;
  if (status === 'NONE') return 'none';
  if (status === 'PENDING') {
    // Catalog is asked again. Copies that it has sold or taken back it would not set aside anew.
    if (now === 'COMMITTED') return 'RESERVED';
    return now === 'RELEASED' ? 'none' : 'leave';
  }
  if (status === 'AWAITING_PAYMENT' && payments.some(isOpen)) {
    if (payments.some(payment => isOpen(payment) && payment.charge?.status === 'CAPTURED'))
      return 'COMMITTED';
    return now === 'COMMITTED' || now === 'RESERVED' ? 'leave' : 'RESERVED';
  }
  return statuses[reservationOf[status] ?? ''] ?? 'leave';
}

/** Whether copies are kept by a reservation of that status. */
export const holdsCopies = (status: string | undefined): boolean =>
  status === 'RESERVED' || status === 'COMMITTED';
