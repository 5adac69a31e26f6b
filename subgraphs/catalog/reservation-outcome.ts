import { toUserError } from './refusal.ts';
import type { CatalogUserError } from './resolvers.generated.ts';
import type { StockReservation } from './stock-reservation.ts';
import { userError } from './user-error.ts';

/** What the verbs of stock answer: the reservation as it stands, and what was refused. */
export interface ReservationOutcome {
  /** Null where nothing was ever reserved under the purchase's id, and nothing refused. */
  reservation: StockReservation | null;
  userErrors: CatalogUserError[];
}

const expired = (): CatalogUserError =>
  userError('RESERVATION_EXPIRED', 'The copies of this purchase were given back.', ['purchaseId']);

/** What the verbs tell of a reservation: that of a purchase released beforehand stays unsaid. */
export const told = (reservation: StockReservation | null): StockReservation | null =>
  reservation?.buyerId ? reservation : null;

/** What reserveStock answers, the first time and each time after. */
export function reservationOutcome(reservation: StockReservation | null): ReservationOutcome {
  const refusal = reservation?.refusal;
  const lost = !reservation || reservation.status === 'RELEASED';
  return {
    reservation: told(reservation),
    userErrors: refusal ? [toUserError(refusal)] : lost ? [expired()] : [],
  };
}

/** What commitStock answers. */
export function sale(reservation: StockReservation | null): ReservationOutcome {
  return {
    reservation: told(reservation),
    userErrors: reservation?.status === 'COMMITTED' ? [] : [expired()],
  };
}
