import type DataLoader from 'dataloader';
import { groupedBy } from '../../runtime/loaders.ts';
import { isOneOf, join, type Sql, sql } from '../../runtime/sql.ts';
import type { ShownLine } from './purchase-line.ts';

interface LineRow {
  purchase_id: string;
  book_id: string;
  title: string | null;
  quantity: number;
  unit_price: number | string | null;
}

const shown = (row: LineRow): ShownLine => ({
  purchaseId: row.purchase_id,
  bookId: row.book_id,
  title: row.title,
  quantity: row.quantity,
  unitPrice: row.unit_price === null ? null : Number(row.unit_price),
});

const select = sql('SELECT purchase_id, book_id, title, quantity, unit_price FROM purchase_line WHERE');

/** Loads the lines of purchases by the purchases' ids. */
export const lineLoader = (
  execute: (statement: Sql) => Promise<LineRow[]>,
): DataLoader<string, ShownLine[]> =>
  groupedBy(
    async ids => (await execute(join([select, isOneOf('purchase_id', ids)], ' '))).map(shown),
    line => line.purchaseId,
  );
