import { setTimeout as delay } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/mysql';
import { isConnectionLost, isLockWaitTimeout, isWorthRetrying } from './database-errors.ts';
import { transactionRetries } from './metrics/transaction-metrics.ts';

const attempts = 8;

/** Who has waited for locks for so long does not wait again: whoever asked has given up, or is about to. */
const lockPatienceMilliseconds = 1_500;

/**
 * Runs a piece of work in one transaction on a fresh EntityManager, and the whole of it again (with jitter)
 * when the database chose it as the victim of a deadlock or it waited too long for a lock, or when it could not
 * even begin because its connection had died. A COMMIT without an answer is never tried again: it may have
 * taken effect. The work must do nothing but talk to this database: no remote call inside.
 */
export async function transaction<Result>(
  em: EntityManager,
  work: (tx: EntityManager) => Promise<Result>,
): Promise<Result> {
  const lockDeadline = performance.now() + lockPatienceMilliseconds;
  for (let attempt = 1; ; attempt += 1) {
    const tx = em.fork({ clear: true });
    let hasBegun = false;
    try {
      await tx.begin();
      hasBegun = true;
      return await runAndCommit(tx, work);
    } catch (error) {
      const isOutOfPatience = isLockWaitTimeout(error) && performance.now() > lockDeadline;
      const isHarmless = isWorthRetrying(error) || (!hasBegun && isConnectionLost(error));
      if (attempt === attempts || !isHarmless || isOutOfPatience) throw error;
      transactionRetries.inc();
      await delay(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/** Commits what the work wrote, or undoes it and rejects as the work did: the rollback's own failure tells nothing. */
async function runAndCommit<Result>(
  tx: EntityManager,
  work: (tx: EntityManager) => Promise<Result>,
): Promise<Result> {
  try {
    const result = await work(tx);
    await tx.commit();
    return result;
  } catch (error) {
    await tx.rollback().catch(() => undefined);
    throw error;
  }
}
