import type { EntityManager } from '@mikro-orm/mysql';
import { isId } from '../../runtime/ids.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import type { StockReservationStatus } from './resolvers.generated.ts';

/** Copies of one book in a reservation, with its title and price (minor units) at that moment. */
export interface ReservedLine {
  bookId: string;
  title: string;
  quantity: number;
  unitPrice: number;
}

/** The copies that one purchase holds, has bought or has given back. */
export interface StockReservation {
  purchaseId: string;
  /** Null where the purchase was released before it reserved anything. */
  buyerId: string | null;
  sellerId: string | null;
  status: StockReservationStatus;
  /** Why it is REFUSED. */
  refusal: Refusal | null;
  /** By book id. */
  lines: ReservedLine[];
}

interface Row {
  buyer_id: string | null;
  seller_id: string | null;
  status: StockReservationStatus;
  refusal_code: RefusalCode | null;
  refusal_line: number;
  book_id: string | null;
  title: string;
  quantity: number;
  unit_price: number;
}

/** The reservation of a purchase as it stands, by one statement; null where there is none. */
export async function loadReservation(
  em: EntityManager,
  purchaseId: string,
): Promise<StockReservation | null> {
  if (!isId(purchaseId)) return null;
  const rows = await em.execute<Row[]>(
    `SELECT r.buyer_id, r.seller_id, r.status, r.refusal_code, r.refusal_line,
       l.book_id, l.title, l.quantity, l.unit_price
     FROM stock_reservation r LEFT JOIN stock_reservation_line l ON l.purchase_id = r.purchase_id
     WHERE r.purchase_id = ? ORDER BY l.book_id`,
    [purchaseId],
  );
  const [first] = rows;
  if (!first) return null;
  return {
    purchaseId,
    buyerId: first.buyer_id,
    sellerId: first.seller_id,
    status: first.status,
    refusal: first.refusal_code && { code: first.refusal_code, line: first.refusal_line },
    lines: rows.flatMap(({ book_id, title, quantity, unit_price }) =>
      book_id === null ? [] : [{ bookId: book_id, title, quantity, unitPrice: unit_price }],
    ),
  };
}
