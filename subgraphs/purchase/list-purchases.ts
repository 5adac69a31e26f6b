import type { FilterQuery } from '@mikro-orm/mysql';
import { type Connection, decodeCursor, pageSize, toConnection } from '../../runtime/page.ts';
import { Purchase } from './purchase.ts';
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
  whose: FilterQuery<Purchase>,
  { first, after, status }: PurchaseListArguments,
): Promise<Connection<Purchase>> {
  const size = pageSize(first);
  const all: FilterQuery<Purchase> = { $and: [whose, known, status ? { status } : {}] };
  const [before] = after ? decodeCursor(order, ['string'], after) : [];
  const rows = await em.find(
    Purchase,
    before === undefined ? all : { $and: [all, { id: { $lt: String(before) } }] },
    { orderBy: { id: 'desc' }, limit: size + 1, disableIdentityMap: true },
  );
  const page = { size, order, after: before !== undefined };
  return toConnection(
    rows,
    page,
    purchase => [purchase.id],
    () => em.count(Purchase, all),
  );
}
