import type { EntityManager } from '@mikro-orm/mysql';

/** The table that a database holds while `npm run restore` fills it; it stays where that was interrupted. */
export const unfinishedTable = 'restore_unfinished';

/** Throws where a database is only half restored. */
export async function refuseUnfinished(em: EntityManager): Promise<void> {
  const rows = await em.execute<unknown[]>(`SHOW TABLES LIKE '${unfinishedTable}'`);
  if (rows.length > 0)
    throw new Error('A restore into this database did not come to its end: run it again, with --overwrite.');
}
