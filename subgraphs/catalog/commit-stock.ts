import type { EntityManager, QueryResult } from '@mikro-orm/mysql';
import { failpoint, step } from '../../runtime/failpoint.ts';
import { transaction } from '../../runtime/transaction.ts';
import type { Context } from './context.ts';
import { type ReservationOutcome, sale } from './reservation-outcome.ts';
import type { CommitStockInput } from './resolvers.generated.ts';
import { loadReservation } from './stock-reservation.ts';
import { tellOfStock } from './tell-of-stock.ts';

/** Sells what a purchase has reserved, once; asked again it answers the same. */
export async function commitStock(
  { purchaseId }: CommitStockInput,
  { em }: Context,
): Promise<ReservationOutcome> {
  const commit = async (tx: EntityManager) => {
    const { affectedRows } = await tx.execute<QueryResult>(
      "UPDATE stock_reservation SET status = 'COMMITTED', updated_at = NOW(3) WHERE purchase_id = ? AND status = 'RESERVED'",
      [purchaseId],
      'run',
    );
    const reservation = await loadReservation(tx, purchaseId);
    if (affectedRows === 1 && reservation) await tellOfStock(tx, 'StockCommitted', reservation);
    await failpoint('commit-stock.before-commit');
    return reservation;
  };
  return sale(await step('commit-stock.after-commit', () => transaction(em, commit)));
}
