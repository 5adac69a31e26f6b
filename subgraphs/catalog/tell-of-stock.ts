import type { EntityManager } from '@mikro-orm/mysql';
import { putInOutbox } from '../../runtime/events/put-in-outbox.ts';
import { newEvent } from '../../schema/events.ts';
import type { StockReservation } from './stock-reservation.ts';

/** Tells others what became of the copies of a purchase, whose reservation the transaction has made or locked. */
export function tellOfStock(
  tx: EntityManager,
  type: 'StockReserved' | 'StockCommitted' | 'StockReleased',
  { purchaseId, lines }: StockReservation,
): Promise<void> {
  const quantities = lines.map(({ bookId, quantity }) => ({ bookId, quantity }));
  return putInOutbox(tx, newEvent(type, purchaseId, { purchaseId, lines: quantities }));
}
