import { type EntityManager, type FilterQuery, LockMode } from '@mikro-orm/mysql';
import { isId } from '../../runtime/ids.ts';
import { Purchase } from './purchase.ts';

/**
 * The purchase with that id, where the rest fits too, its row locked until the transaction ends, and the
 * database's time as of then; null where there is none. Every change of a purchase, its payments and its delivery
 * happens under this lock.
 */
export async function lockPurchase(
  tx: EntityManager,
  id: string,
  where: FilterQuery<Purchase> = {},
): Promise<{ purchase: Purchase; now: Date } | null> {
  if (!isId(id)) return null;
  const fits: FilterQuery<Purchase> = { $and: [{ id }, where] };
  const options = { lockMode: LockMode.PESSIMISTIC_WRITE, populate: ['readAt'] } as const;
  const purchase = await tx.findOne(Purchase, fits, options);
  return purchase && { purchase, now: purchase.readAt };
}

/** As lockPurchase, for a purchase of this buyer that catalog has answered; null for anybody else's. */
export const lockPurchaseOfBuyer = (tx: EntityManager, buyerId: string, id: string) =>
  lockPurchase(tx, id, { buyerId, sellerId: { $ne: null } });
