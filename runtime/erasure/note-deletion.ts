import type { EntityManager } from '@mikro-orm/mysql';

/**
 * Notes in a subgraph's database that an account was deleted: what is held on its user there is erased within seconds. Noted
 * again, it is looked through again.
 */
export async function noteDeletion(tx: EntityManager, userId: string): Promise<void> {
  await tx.execute(
    `INSERT INTO account_deletion (user_id, deleted_at, due_at) VALUES (?, NOW(3), NOW(3))
     ON DUPLICATE KEY UPDATE due_at = NOW(3), erased_at = NULL`,
    [userId],
    'run',
  );
}

/** What came on a user after the account was deleted is erased within seconds too; nothing is done where it was not. */
export async function eraseAgain(tx: EntityManager, userId: string): Promise<void> {
  await tx.execute(
    'UPDATE account_deletion SET due_at = NOW(3), erased_at = NULL WHERE user_id = ?',
    [userId],
    'run',
  );
}

/** The condition that the account of a user, by an expression that is its id, was not deleted. */
export const unlessDeleted = (userId: string): string =>
  `NOT EXISTS (SELECT 1 FROM account_deletion WHERE account_deletion.user_id = ${userId})`;
