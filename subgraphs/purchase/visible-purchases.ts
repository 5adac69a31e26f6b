import { isId } from '../../runtime/ids.ts';
import { and, isOneOf, join, readRows, type Sql, sql } from '../../runtime/sql.ts';
import type { Viewer } from '../../runtime/viewer.ts';
import type { ShownPurchase } from './purchase.ts';
import { type PurchaseRow, purchaseColumns, toPurchase } from './purchase-rows.ts';
import type { Store } from './store.ts';

/** Purchases can be looked at once catalog has told what is bought of whom. */
export const known = sql('seller_id IS NOT NULL');

/** What of nothing was reserved is no sale. */
export const notRejected = sql("status <> 'REJECTED'");

/** Purchases by a buyer and from a seller, where these are given; those of what is no id are none. */
export const betweenSides = (
  buyerId: string | null | undefined,
  sellerId: string | null | undefined,
): Sql[] => [
  ...(buyerId == null ? [] : [side('buyer_id', buyerId)]),
  ...(sellerId == null ? [] : [side('seller_id', sellerId)]),
];

const side = (column: 'buyer_id' | 'seller_id', id: string): Sql =>
  isId(id) ? sql(`${column} = ?`, id) : sql('FALSE');

/** Those of the purchases with these ids that the viewer may see: the buyer, the seller, and administrators. */
export async function visiblePurchases(
  { em }: Store,
  viewer: Viewer | null,
  ids: string[],
): Promise<ShownPurchase[]> {
  const possible = ids.filter(isId);
  if (!viewer || possible.length === 0) return [];
  const own = viewer.role === 'ADMIN' ? [] : [sql('(buyer_id = ? OR seller_id = ?)', viewer.id, viewer.id)];
  const select = sql(`SELECT ${purchaseColumns} FROM purchase WHERE`);
  const statement = join([select, and([isOneOf('id', possible), known, ...own])], ' ');
  return (await readRows<PurchaseRow>(em, statement)).map(toPurchase);
}
