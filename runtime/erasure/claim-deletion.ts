import type { EntityManager, QueryResult } from '@mikro-orm/mysql';
import { accessTokenSeconds } from '../access-token.ts';
import { claimDue } from '../claim-due.ts';

/** If the process that claimed it dies, another one goes on then. One that sleeps meanwhile does no harm. */
export const leaseSeconds = 15;
/** What waits for something else, such as a payment that is being settled, is looked at again after so long. */
const pauseSeconds = 10;
/** No access token that was given out before lives on so long after its session ended, wherever it is accepted. */
const tokensEndSeconds = 3 * accessTokenSeconds;

/** An account that was deleted, whose user is to be erased. */
export interface Deletion {
  userId: string;
  /** Whether nobody can act as the user any more, be it for the seconds until all services know that the sessions have ended. */
  areTokensOver: boolean;
  /** Until when it is this process's alone, as the database writes it. */
  leasedUntil: string;
}

/** The deletion that is due longest, for fifteen seconds this process's alone; undefined where none is due. */
export function claimDeletion(em: EntityManager): Promise<Deletion | undefined> {
  return claimDue(em, 'account_deletion', async tx => {
    const [row] = await tx.execute<{ user_id: string; are_tokens_over: number; leased_until: string }[]>(
      `SELECT user_id, deleted_at <= NOW(3) - INTERVAL ? SECOND AS are_tokens_over,
         CAST(NOW(3) + INTERVAL ? SECOND AS CHAR) AS leased_until
       FROM account_deletion WHERE due_at <= NOW(3) ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [tokensEndSeconds, leaseSeconds],
    );
    if (!row) return undefined;
    const { user_id: userId, leased_until: leasedUntil } = row;
    await tx.execute(
      'UPDATE account_deletion SET due_at = ? WHERE user_id = ?',
      [leasedUntil, userId],
      'run',
    );
    return { userId, areTokensOver: Number(row.are_tokens_over) === 1, leasedUntil };
  });
}

/** Has a deletion stay this process's alone for fifteen seconds from now, unless it became due again meanwhile. */
export async function renewDeletion(em: EntityManager, deletion: Deletion): Promise<void> {
  const [row] = await em.execute<{ leased_until: string }[]>(
    'SELECT CAST(NOW(3) + INTERVAL ? SECOND AS CHAR) AS leased_until',
    [leaseSeconds],
  );
  if (!row) return;
  const { affectedRows } = await em.execute<QueryResult>(
    'UPDATE account_deletion SET due_at = ? WHERE user_id = ? AND due_at = ?',
    [row.leased_until, deletion.userId, deletion.leasedUntil],
    'run',
  );
  if (affectedRows > 0) deletion.leasedUntil = row.leased_until;
}

/**
 * Writes down how far the erasure came, unless it became due again meanwhile. It is over when nothing was left after the last
 * token had ended: until then the user might have added something, so that it is looked through once more.
 */
export async function concludeDeletion(
  em: EntityManager,
  { userId, areTokensOver, leasedUntil }: Deletion,
  isNothingLeft: boolean,
): Promise<void> {
  if (isNothingLeft && areTokensOver) {
    await em.execute(
      'UPDATE account_deletion SET due_at = NULL, erased_at = NOW(3) WHERE user_id = ? AND due_at = ?',
      [userId, leasedUntil],
      'run',
    );
    return;
  }
  const next = isNothingLeft ? 'deleted_at + INTERVAL ? SECOND' : 'NOW(3) + INTERVAL ? SECOND';
  await em.execute(
    `UPDATE account_deletion SET due_at = ${next} WHERE user_id = ? AND due_at = ?`,
    [isNothingLeft ? tokensEndSeconds : pauseSeconds, userId, leasedUntil],
    'run',
  );
}
