import { setTimeout as delay } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/mysql';
import { isWorthRetrying } from './database-errors.ts';

const attempts = 8;

/**
 * Runs a piece of work in one transaction on a fresh EntityManager, and the whole of it again (with jitter)
 * when the database chose it as the victim of a deadlock or it waited too long for a lock. The work must
 * therefore do nothing but talk to this database: no remote call inside.
 */
export async function transaction<Result>(
  em: EntityManager,
  work: (tx: EntityManager) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await em.fork({ clear: true }).transactional(work);
    } catch (error) {
      if (attempt === attempts || !isWorthRetrying(error)) throw error;
      await delay(Math.random() * 10 * 2 ** attempt);
    }
  }
}
