import type { CatalogUserError, UserErrorCode } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

/** What keeps copies from being reserved: the words for the buyer, and the part of the line that it is about, if any. */
const refusals = {
  NOT_FOUND: ['There is no such book.', 'bookId'],
  OWN_BOOK: ['This book is your own: nobody buys from themselves.', 'bookId'],
  BOOK_UNAVAILABLE: ['This book is not for sale at the moment.', 'bookId'],
  PRICE_CHANGED: ['The seller changed the price: look at the book again.', 'expectedUnitPrice'],
  OUT_OF_STOCK: ['Not that many copies are left.', 'quantity'],
  TOO_MANY_COPIES: [
    'You have too many copies of this book reserved already: pay for them first, or take fewer.',
    'quantity',
  ],
  TOO_MANY_RESERVATIONS: [
    'You have too many purchases that await their payment: pay for one, or call one off.',
    null,
  ],
} as const satisfies Partial<Record<UserErrorCode, readonly [message: string, field: string | null]>>;

export type RefusalCode = keyof typeof refusals;

/** Why a reservation was refused, and for which line of the input; the first one where it is about all. */
export interface Refusal {
  code: RefusalCode;
  line: number;
}

/** A refusal as it is told: the same words each time. */
export function toUserError({ code, line }: Refusal): CatalogUserError {
  const [message, field] = refusals[code];
  return field === null ? userError(code, message) : userError(code, message, ['lines', String(line), field]);
}
