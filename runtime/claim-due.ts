import type { EntityManager } from '@mikro-orm/mysql';
import { readRows, sql } from './sql.ts';
import { transaction } from './transaction.ts';

/**
 * Runs, as `transaction` does, what claims rows of a table whose due_at has come; undefined where none has. Whoever looks several
 * times a second finds nothing nearly always: a statement tells so, where a transaction that locks takes three.
 */
export async function claimDue<Claimed>(
  em: EntityManager,
  table: string,
  claim: (tx: EntityManager) => Promise<Claimed>,
): Promise<Claimed | undefined> {
  const due = await readRows(em, sql(`SELECT 1 FROM ${table} WHERE due_at <= NOW(3) LIMIT 1`));
  return due.length > 0 ? transaction(em, claim) : undefined;
}
