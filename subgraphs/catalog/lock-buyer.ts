import type { EntityManager } from '@mikro-orm/mysql';

/**
 * Lets the transaction alone reserve for this buyer until it ends. No row of any other table tells that there is a buyer.
 * It waits for one transaction of each other process of catalog at the most: within a process they take turns (BuyerTurns).
 */
export async function lockBuyer(tx: EntityManager, buyerId: string): Promise<void> {
  await tx.execute(
    'INSERT INTO buyer (id) VALUES (?) ON DUPLICATE KEY UPDATE id = VALUES(id)',
    [buyerId],
    'run',
  );
}
