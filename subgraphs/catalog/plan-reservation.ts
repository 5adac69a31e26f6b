import { badUserInput } from '../../runtime/errors.ts';
import { type Currency, toMinorUnits } from '../../runtime/money.ts';
import type { RefusalCode } from './refusal.ts';
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
}

/** What keeps a line from being reserved, going by what was read; undefined where nothing does. */
function refusalOf(
  line: StockLineInput,
  buyerId: string,
  offer: Offer | undefined,
  currency: Currency,
): RefusalCode | undefined {
  if (!offer) return 'NOT_FOUND';
  if (offer.seller_id === buyerId) return 'OWN_BOOK';
  if (offer.status !== 'PUBLISHED') return 'BOOK_UNAVAILABLE';
  const expected = line.expectedUnitPrice;
  if (typeof expected === 'string' && toMinorUnits(expected, currency) !== offer.price)
    return 'PRICE_CHANGED';
  return offer.stock < line.quantity ? 'OUT_OF_STOCK' : undefined;
}

const byBookId = (a: ReservedLine, b: ReservedLine): number => (a.bookId < b.bookId ? -1 : 1);

/**
 * The reservation that an input comes to, going by the offers that were read: RESERVED, or REFUSED for its first
 * line that cannot be. Its lines are those on sale. BAD_USER_INPUT when the books are not all one seller's.
 */
export function planReservation(
  { purchaseId, buyerId, lines }: ReserveStockInput,
  offers: ReadonlyMap<string, Offer>,
  currency: Currency,
): StockReservation {
  const sellers = new Set(Array.from(offers.values(), offer => offer.seller_id));
  if (sellers.size > 1) throw badUserInput('All books of a reservation must be offered by one seller.');
  const [refusal] = lines.flatMap((line, index) => {
    const code = refusalOf(line, buyerId, offers.get(line.bookId), currency);
    return code ? [{ code, line: index }] : [];
  });
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
