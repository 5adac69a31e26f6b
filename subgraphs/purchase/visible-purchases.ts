import type { FilterQuery } from '@mikro-orm/mysql';
import { isId } from '../../runtime/ids.ts';
import type { Viewer } from '../../runtime/viewer.ts';
import { Purchase } from './purchase.ts';
import type { Store } from './store.ts';

/** Purchases can be looked at once catalog has told what is bought of whom. */
export const known: FilterQuery<Purchase> = { sellerId: { $ne: null } };

/** Purchases by a buyer and from a seller, where these are given; those of what is no id are none. */
export const betweenSides = (
  buyerId: string | null | undefined,
  sellerId: string | null | undefined,
): FilterQuery<Purchase> => ({
  ...(buyerId != null && { buyerId: { $in: [buyerId].filter(isId) } }),
  ...(sellerId != null && { sellerId: { $in: [sellerId].filter(isId) } }),
});

/** Those of the purchases with these ids that the viewer may see: the buyer, the seller, and administrators. */
export async function visiblePurchases(
  store: Store,
  viewer: Viewer | null,
  ids: string[],
): Promise<Purchase[]> {
  if (!viewer) return [];
  const possible = ids.filter(isId);
  const own: FilterQuery<Purchase> =
    viewer.role === 'ADMIN' ? {} : { $or: [{ buyerId: viewer.id }, { sellerId: viewer.id }] };
  return store.em.find(
    Purchase,
    { $and: [{ id: { $in: possible } }, known, own] },
    { disableIdentityMap: true },
  );
}
