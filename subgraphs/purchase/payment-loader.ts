import type DataLoader from 'dataloader';
import { instantOf, instantOrNull } from '../../runtime/database-time.ts';
import { keyedBy } from '../../runtime/loaders.ts';
import { isOneOf, join, type Sql, sql } from '../../runtime/sql.ts';
import type { ShownPayment } from './payment.ts';
import type { PaymentMethod, PaymentStatus } from './resolvers.generated.ts';

interface PaymentRow {
  id: string;
  method: PaymentMethod;
  status: PaymentStatus;
  amount: number | string;
  decline_reason: string | null;
  created_at: string;
  captured_at: string | null;
}

const shown = (row: PaymentRow): ShownPayment => ({
  id: row.id,
  method: row.method,
  status: row.status,
  amount: Number(row.amount),
  declineReason: row.decline_reason,
  createdAt: instantOf(row.created_at),
  capturedAt: instantOrNull(row.captured_at),
});

const select = sql(
  'SELECT id, method, status, amount, decline_reason, created_at, captured_at FROM payment WHERE',
);

/** Loads payments by their ids. */
export const paymentLoader = (
  execute: (statement: Sql) => Promise<PaymentRow[]>,
): DataLoader<string, ShownPayment | null> =>
  keyedBy(
    async ids => (await execute(join([select, isOneOf('id', ids)], ' '))).map(shown),
    payment => payment.id,
  );
