import { type EntityManager, type FilterQuery, LockMode } from '@mikro-orm/mysql';
import { databaseTime } from '../../runtime/database-time.ts';
import { Purchase } from './purchase.ts';

/**
 * The purchase that fits, its row locked until the transaction ends, and the database's time as of then; null
 * where there is none. Every change of a purchase, its payments and its delivery happens under this lock.
 */
export async function lockPurchase(
  tx: EntityManager,
  where: FilterQuery<Purchase>,
): Promise<{ purchase: Purchase; now: Date } | null> {
  const purchase = await tx.findOne(Purchase, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return purchase && { purchase, now: await databaseTime(tx) };
}

/** As lockPurchase, for a purchase of this buyer that catalog has answered; null for anybody else's. */
export const lockPurchaseOfBuyer = (tx: EntityManager, buyerId: string, id: string) =>
  lockPurchase(tx, { id, buyerId, sellerId: { $ne: null } });
