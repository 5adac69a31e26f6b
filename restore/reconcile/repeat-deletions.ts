import { type EntityManager, LockMode } from '@mikro-orm/mysql';
import { noteDeletion } from '../../runtime/erasure/note-deletion.ts';
import { type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { transaction } from '../../runtime/transaction.ts';
import { markDeleted } from '../../subgraphs/auth/mark-deleted.ts';
import { notDeleted, User } from '../../subgraphs/auth/user.ts';
import type { RestoredStore } from './restored-store.ts';

const deletedIn = async ({ read }: RestoredStore, subgraph: SubgraphName): Promise<Set<string>> => {
  const rows = await read<{ id: string }>(subgraph, 'SELECT user_id AS id FROM account_deletion');
  return new Set(rows.map(({ id }) => id));
};

/** Deletes an account that is there again; whether it was. Nobody can log in to it any more when the store is started. */
async function deleteAgain(tx: EntityManager, id: string): Promise<boolean> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const user = await tx.findOne(User, { id, ...notDeleted }, lock);
  if (user) await markDeleted(tx, user);
  return user !== null;
}

/**
 * Accounts that were deleted after the point in time are deleted again: those that any of the three databases knows of, and
 * those of the archive's list. What is held on their users is erased as soon as the store works, in each database that was
 * restored. Answers how many had come back.
 */
export async function repeatDeletions(
  store: RestoredStore,
  restored: readonly SubgraphName[],
  listed: readonly string[],
): Promise<number> {
  const known = {
    auth: await deletedIn(store, 'auth'),
    catalog: await deletedIn(store, 'catalog'),
    purchase: await deletedIn(store, 'purchase'),
  };
  const all = new Set([...listed, ...known.auth, ...known.catalog, ...known.purchase]);
  let cameBack = 0;
  for (const id of all) {
    const isBack = await transaction(store.databases.auth.fork(), tx => deleteAgain(tx, id));
    if (isBack) cameBack += 1;
    for (const subgraph of subgraphs)
      if (restored.includes(subgraph) || !known[subgraph].has(id))
        await noteDeletion(store.databases[subgraph].fork(), id);
  }
  return cameBack;
}
