import { type Connection, decodeCursor, pageSize, toConnection } from '../../runtime/page.ts';
import { and, join, readRows, type Sql, sql } from '../../runtime/sql.ts';
import type { ShownPurchase } from './purchase.ts';
import { type PurchaseRow, purchaseColumns, toPurchase } from './purchase-rows.ts';
import type { PurchaseStatus } from './resolvers.generated.ts';
import type { Store } from './store.ts';
import { known } from './visible-purchases.ts';

export interface PurchaseListArguments {
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: PurchaseStatus | null | undefined;
}

const order = 'NEWEST';

/** A page of the purchases that fit, the newest first. Who may see them is the caller's to decide. */
export async function listPurchases(
  { em }: Store,
  whose: readonly Sql[],
  { first, after, status }: PurchaseListArguments,
): Promise<Connection<ShownPurchase>> {
  const size = pageSize(first);
  const fitting = [...whose, known, ...(status ? [sql('status = ?', status)] : [])];
  const [before] = after ? decodeCursor(order, ['string'], after) : [];
  const select = <Row>(columns: string, conditions: readonly Sql[], rest: Sql): Promise<Row[]> => {
    const from = sql(`SELECT ${columns} FROM purchase WHERE`);
    return readRows<Row>(em, join([from, and(conditions), rest], ' '));
  };
  const rows = await select<PurchaseRow>(
    purchaseColumns,
    before === undefined ? fitting : [...fitting, sql('id < ?', before)],
    sql('ORDER BY id DESC LIMIT ?', size + 1),
  );
  const page = { size, order, after: before !== undefined };
  return toConnection(
    rows.map(toPurchase),
    page,
    purchase => [purchase.id],
    async () => {
      const [count] = await select<{ amount: number }>('COUNT(*) AS amount', fitting, sql(''));
      return Number(count?.amount);
    },
  );
}
