import type { EntityManager } from '@mikro-orm/mysql';
import { isId } from '../../runtime/ids.ts';
import { isOneOf } from '../../runtime/sql.ts';
import type { Offer } from './plan-reservation.ts';
import type { ReserveStockInput } from './resolvers.generated.ts';

/** SUM tells a decimal number, as text. */
type Row = Omit<Offer, 'held'> & { held: string | number; open_reservations: number };

/**
 * The books that a reservation is for, by id, as they are offered, with the copies of each that the buyer has reserved; and how
 * many reservations the buyer has open: by one statement, which comes with every reservation.
 */
export async function readOffers(
  tx: EntityManager,
  { lines, buyerId }: ReserveStockInput,
): Promise<{ offers: Map<string, Offer>; open: number }> {
  const ids = lines.map(line => line.bookId).filter(isId);
  if (ids.length === 0) return { offers: new Map(), open: 0 };
  const { text, values } = isOneOf('id', ids);
  const rows = await tx.execute<Row[]>(
    `SELECT id, seller_id, title, price, stock, status, version,
       (SELECT COALESCE(SUM(l.quantity), 0) FROM stock_reservation r
        JOIN stock_reservation_line l ON l.purchase_id = r.purchase_id
        WHERE r.buyer_id = ? AND r.status = 'RESERVED' AND l.book_id = book.id) AS held,
       (SELECT COUNT(*) FROM stock_reservation WHERE buyer_id = ? AND status = 'RESERVED') AS open_reservations
     FROM book WHERE ${text}`,
    [buyerId, buyerId, ...values],
  );
  const offers = rows.map(({ open_reservations: _, held, ...offer }) => ({ ...offer, held: Number(held) }));
  return {
    offers: new Map(offers.map(offer => [offer.id, offer])),
    open: Number(rows[0]?.open_reservations ?? 0),
  };
}
