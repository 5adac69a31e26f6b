import type { EntityManager } from '@mikro-orm/mysql';
import type { Database } from '../../runtime/database.ts';
import type { Logger } from '../../runtime/logger.ts';
import { confirmMinutes } from './second-factor.ts';

const everyMilliseconds = 3600 * 1000;
/** Rows deleted by one statement, so that none holds locks for long. */
const batch = 1_000;

// Tokens of these sessions ended long ago; a quiet day forgives wrong passwords.
const deletions = [
  'DELETE FROM refresh_token WHERE expires_at < NOW(3) LIMIT ?',
  'DELETE FROM session WHERE expires_at < NOW(3) - INTERVAL 1 DAY LIMIT ?',
  'DELETE FROM session WHERE ended_at < NOW(3) - INTERVAL 1 DAY LIMIT ?',
  'DELETE FROM one_time_token WHERE expires_at < NOW(3) - INTERVAL 1 DAY LIMIT ?',
  'DELETE FROM login_throttle WHERE last_attempt_at < NOW(3) - INTERVAL 1 DAY LIMIT ?',
  'DELETE FROM network_throttle WHERE spent_until < NOW(3) LIMIT ?',
  'DELETE FROM known_network WHERE last_used_at < NOW(3) - INTERVAL 90 DAY LIMIT ?',
  'DELETE FROM registration WHERE expires_at < NOW(3) LIMIT ?',
  `DELETE FROM second_factor
   WHERE confirmed_at IS NULL AND created_at < NOW(3) - INTERVAL ${confirmMinutes} MINUTE LIMIT ?`,
];

/** Deletes what nobody can use or needs any more. Any number of replicas may do so at once. */
export async function sweep(em: EntityManager): Promise<void> {
  for (const sql of deletions) {
    for (let deleted = batch; deleted === batch; ) {
      ({ affectedRows: deleted } = await em.execute<{ affectedRows: number }>(sql, [batch], 'run'));
    }
  }
}

/** Sweeps every hour until the function that it returns is called. */
export function sweepHourly(database: Database, logger: Logger): () => void {
  const timer = setInterval(() => {
    sweep(database.fork()).catch(err => logger.warn({ err }, 'sweeping failed; trying again in an hour'));
  }, everyMilliseconds);
  return () => clearInterval(timer);
}
