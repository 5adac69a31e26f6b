/** What one buyer may have reserved and not paid at a time. */
export interface ReservationLimits {
  /** Reservations. */
  open: number;
  /** Copies of one book, in all of them together. */
  copies: number;
}
