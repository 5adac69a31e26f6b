import type DataLoader from 'dataloader';
import { instantOf } from '../../runtime/database-time.ts';
import { groupedBy } from '../../runtime/loaders.ts';
import { isOneOf, join, type Sql, sql } from '../../runtime/sql.ts';
import type { ShownPurchaseEvent } from './purchase-event.ts';
import type { PurchaseStatus } from './resolvers.generated.ts';

interface EventRow {
  purchase_id: string;
  at: string;
  status: PurchaseStatus;
  note: string | null;
}

const shown = (row: EventRow): ShownPurchaseEvent => ({
  purchaseId: row.purchase_id,
  at: instantOf(row.at),
  status: row.status,
  note: row.note,
});

const select = sql('SELECT purchase_id, at, status, note FROM purchase_event WHERE');
const order = sql('ORDER BY at, id');

/** Loads the histories of purchases by the purchases' ids, each from its beginning on. */
export const eventLoader = (
  execute: (statement: Sql) => Promise<EventRow[]>,
): DataLoader<string, ShownPurchaseEvent[]> =>
  groupedBy(
    async ids => (await execute(join([select, isOneOf('purchase_id', ids), order], ' '))).map(shown),
    event => event.purchaseId,
  );
