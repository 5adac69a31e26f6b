import { badUserInput } from '../../runtime/errors.ts';
import { type Currency, toMinorUnits } from '../../runtime/money.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import type { ReservationLimits } from './reservation-limits.ts';
import type { BookStatus, ReserveStockInput, StockLineInput } from './resolvers.generated.ts';
import type { ReservedLine, StockReservation } from './stock-reservation.ts';

/** A book as it was read, for a reservation that holds only while its version is the same. */
export interface Offer {
  id: string;
  seller_id: string;
  title: string;
  /** Minor units. */
  price: number;
  stock: number;
  status: BookStatus;
  version: number;
  /** Copies of it that the buyer has reserved already. */
  held: number;
}

/** What holds for every reservation of the store. */
interface Rules {
  currency: Currency;
  reservationLimits: ReservationLimits;
}

/** What keeps a line from being reserved, going by what was read; undefined where nothing does. */
function refusalOf(
  line: StockLineInput,
  buyerId: string,
  offer: Offer | undefined,
  { currency, reservationLimits }: Rules,
): RefusalCode | undefined {
  if (!offer) return 'NOT_FOUND';
  if (offer.seller_id === buyerId) return 'OWN_BOOK';
  if (offer.status !== 'PUBLISHED') return 'BOOK_UNAVAILABLE';
  const expected = line.expectedUnitPrice;
  if (typeof expected === 'string' && toMinorUnits(expected, currency) !== offer.price)
    return 'PRICE_CHANGED';
  if (offer.stock < line.quantity) return 'OUT_OF_STOCK';
  return offer.held + line.quantity > reservationLimits.copies ? 'TOO_MANY_COPIES' : undefined;
}

const byBookId = (a: ReservedLine, b: ReservedLine): number => (a.bookId < b.bookId ? -1 : 1);

/**
 * The reservation that an input comes to, going by the offers that were read and the reservations that the buyer has open:
 * RESERVED, or REFUSED for its first line that cannot be, or because there are too many open. Its lines are those on sale. BAD_USER_INPUT when the books are not all one seller's.
 */
export function planReservation(
  { purchaseId, buyerId, lines }: ReserveStockInput,
  { offers, open }: { offers: ReadonlyMap<string, Offer>; open: number },
  rules: Rules,
): StockReservation {
  const sellers = new Set(Array.from(offers.values(), offer => offer.seller_id));
  if (sellers.size > 1) throw badUserInput('All books of a reservation must be offered by one seller.');
  const refusals = lines.flatMap((line, index): Refusal[] => {
    const code = refusalOf(line, buyerId, offers.get(line.bookId), rules);
    return code ? [{ code, line: index }] : [];
  });
  if (open >= rules.reservationLimits.open) refusals.push({ code: 'TOO_MANY_RESERVATIONS', line: 0 });
  const [refusal] = refusals;
  const onSale = lines.flatMap(({ bookId, quantity }) => {
    const offer = offers.get(bookId);
    return offer?.status === 'PUBLISHED'
      ? [{ bookId, title: offer.title, quantity, unitPrice: offer.price }]
      : [];
  });
  return {
    purchaseId,
    buyerId,
    sellerId: [...sellers][0] ?? null,
    status: refusal ? 'REFUSED' : 'RESERVED',
    refusal: refusal ?? null,
    lines: onSale.toSorted(byBookId),
  };
}
