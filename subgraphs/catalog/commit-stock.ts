import { failpoint } from '../../runtime/failpoint.ts';
import { transaction } from '../../runtime/transaction.ts';
import type { Context } from './context.ts';
import { type ReservationOutcome, sale } from './reservation-outcome.ts';
import type { CommitStockInput } from './resolvers.generated.ts';
import { loadReservation } from './stock-reservation.ts';

/** Sells what a purchase has reserved, once; asked again it answers the same. */
export async function commitStock(
  { purchaseId }: CommitStockInput,
  { em }: Context,
): Promise<ReservationOutcome> {
  const reservation = await transaction(em, async tx => {
    await tx.execute(
      "UPDATE stock_reservation SET status = 'COMMITTED', updated_at = NOW(3) WHERE purchase_id = ? AND status = 'RESERVED'",
      [purchaseId],
      'run',
    );
    await failpoint('commit-stock.before-commit');
    return loadReservation(tx, purchaseId);
  });
  await failpoint('commit-stock.after-commit');
  return sale(reservation);
}
