import type { EntityManager } from '@mikro-orm/mysql';
import type { Database } from '../database.ts';
import type { Logger } from '../logger.ts';

const everyMilliseconds = 3600 * 1000;
const keptDays = 7;
/** Rows deleted by one statement, so that none holds locks for long. */
const batch = 1_000;

// How far each subject has come stays: an event that comes again after years is still known to be an old one.
const deletions = [
  'DELETE FROM outbox_event WHERE delivered_at < NOW(3) - INTERVAL ? DAY LIMIT ?',
  'DELETE FROM inbox_event WHERE applied_at < NOW(3) - INTERVAL ? DAY LIMIT ?',
];

/** Deletes events that were delivered, and those that were applied, a week ago. Any number of replicas may do so. */
export async function sweepEvents(em: EntityManager): Promise<void> {
  for (const sql of deletions) {
    for (let deleted = batch; deleted === batch; ) {
      ({ affectedRows: deleted } = await em.execute<{ affectedRows: number }>(sql, [keptDays, batch], 'run'));
    }
  }
}

/** Sweeps every hour until the function that it returns is called. */
export function sweepEventsHourly(database: Database, logger: Logger): () => void {
  const timer = setInterval(() => {
    sweepEvents(database.fork()).catch(err =>
      logger.warn({ err }, 'sweeping events failed; again in an hour'),
    );
  }, everyMilliseconds);
  return () => clearInterval(timer);
}
