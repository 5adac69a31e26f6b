import type { EntityManager } from '@mikro-orm/mysql';

/** Rows that one statement changes, so that none holds locks for long. */
const batch = 500;

/** Runs a statement that ends in `LIMIT ?` until it changes nothing more. */
export async function inBatches(
  em: EntityManager,
  statement: string,
  values: readonly (string | string[])[],
): Promise<void> {
  for (let changed = batch; changed === batch; )
    ({ affectedRows: changed } = await em.execute<{ affectedRows: number }>(
      statement,
      [...values, batch],
      'run',
    ));
}
