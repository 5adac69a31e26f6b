import type { EntityManager, QueryResult } from '@mikro-orm/mysql';
import type { ReserveStockInput } from './resolvers.generated.ts';
import type { StockReservation } from './stock-reservation.ts';

/**
 * Writes a reservation with its lines; false when the purchase has one already. While another transaction is
 * writing one for the same purchase, it waits for the end of that.
 */
export async function insertReservation(
  tx: EntityManager,
  { purchaseId, buyerId, sellerId, status, refusal, lines }: StockReservation,
  { reservedUntil }: ReserveStockInput,
): Promise<boolean> {
  const { affectedRows } = await tx.execute<QueryResult>(
    `INSERT IGNORE INTO stock_reservation
       (purchase_id, buyer_id, seller_id, status, refusal_code, refusal_line, reserved_until, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, NOW(3), NOW(3))`,
    [purchaseId, buyerId, sellerId, status, refusal?.code ?? null, refusal?.line ?? null, reservedUntil],
    'run',
  );
  if (affectedRows === 0) return false;
  if (lines.length > 0) {
    await tx.execute(
      `INSERT INTO stock_reservation_line (purchase_id, book_id, buyer_id, title, quantity, unit_price)
       VALUES ${lines.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
      lines.flatMap(line => [purchaseId, line.bookId, buyerId, line.title, line.quantity, line.unitPrice]),
      'run',
    );
  }
  return true;
}
