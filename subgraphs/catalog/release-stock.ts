import type { EntityManager, QueryResult } from '@mikro-orm/mysql';
import { failpoint, step } from '../../runtime/failpoint.ts';
import { isId } from '../../runtime/ids.ts';
import { transaction } from '../../runtime/transaction.ts';
import type { Context } from './context.ts';
import { type ReservationOutcome, told } from './reservation-outcome.ts';
import type { ReleaseStockInput } from './resolvers.generated.ts';
import { loadReservation, type StockReservation } from './stock-reservation.ts';
import { tellOfStock } from './tell-of-stock.ts';

/** Gives back what a purchase has reserved or bought, once, and keeps it from reserving later. */
export async function releaseStock(
  { purchaseId }: ReleaseStockInput,
  { em }: Context,
): Promise<ReservationOutcome> {
  // Nothing is ever reserved under what is no id.
  if (!isId(purchaseId)) return { reservation: null, userErrors: [] };
  const release = async (tx: EntityManager) => {
    const isOurs =
      (await markReleased(tx, purchaseId)) ||
      (!(await releaseBeforehand(tx, purchaseId)) && (await markReleased(tx, purchaseId)));
    const released = await loadReservation(tx, purchaseId);
    if (isOurs && released) {
      await tellOfStock(tx, 'StockReleased', released);
      await giveBack(tx, released);
    }
    await failpoint('release-stock.before-commit');
    return released;
  };
  const reservation = await step('release-stock.after-commit', () => transaction(em, release));
  return { reservation: told(reservation), userErrors: [] };
}

/** Ends a reservation; false when there is none that holds copies. Of several at once, one does it. */
async function markReleased(tx: EntityManager, purchaseId: string): Promise<boolean> {
  const { affectedRows } = await tx.execute<QueryResult>(
    `UPDATE stock_reservation SET status = 'RELEASED', updated_at = NOW(3)
     WHERE purchase_id = ? AND status IN ('RESERVED', 'COMMITTED')`,
    [purchaseId],
    'run',
  );
  return affectedRows === 1;
}

/** Leaves a mark where there is no reservation yet, so that one that comes late finds it; false when there is one. */
async function releaseBeforehand(tx: EntityManager, purchaseId: string): Promise<boolean> {
  const { affectedRows } = await tx.execute<QueryResult>(
    `INSERT IGNORE INTO stock_reservation (purchase_id, status, created_at, updated_at)
     VALUES (?, 'RELEASED', NOW(3), NOW(3))`,
    [purchaseId],
    'run',
  );
  return affectedRows === 1;
}

async function giveBack(tx: EntityManager, { lines }: StockReservation): Promise<void> {
  for (const { bookId, quantity } of lines)
    await tx.execute('UPDATE book SET stock = stock + ? WHERE id = ?', [quantity, bookId], 'run');
}
