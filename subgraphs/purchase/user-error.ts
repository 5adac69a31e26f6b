import type { PurchaseUserError, UserErrorCode } from './resolvers.generated.ts';

/** A refusal, with the path in the input that it is about. */
export const userError = (code: UserErrorCode, message: string, field?: string[]): PurchaseUserError => ({
  __typename: 'PurchaseUserError',
  code,
  message,
  field: field ?? null,
});

/** No such purchase, or none that the caller may know of. */
export const purchaseNotFound = (): PurchaseUserError =>
  userError('NOT_FOUND', 'There is no such purchase.', ['purchaseId']);

/** The reservation ran out before the purchase was paid. */
export const reservationExpired = (): PurchaseUserError =>
  userError('RESERVATION_EXPIRED', 'The reservation ran out; its copies are for sale again.', ['purchaseId']);

/** Why catalog may refuse a reservation. */
const refusalCodes = [
  'NOT_FOUND',
  'BOOK_UNAVAILABLE',
  'OWN_BOOK',
  'PRICE_CHANGED',
  'OUT_OF_STOCK',
  'TOO_MANY_COPIES',
  'TOO_MANY_RESERVATIONS',
] as const;

/** The user-error code of a refusal that was written down. */
export function refusalCode(text: string | null): UserErrorCode {
  return refusalCodes.find(code => code === text) ?? 'BOOK_UNAVAILABLE';
}
