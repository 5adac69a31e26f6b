import type { EntityManager } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { transaction } from '../../runtime/transaction.ts';
import { countOfCodes } from './count-of-codes.ts';
import { hashOfAccount } from './hash-of-account.ts';
import type { Proof } from './note-refusal.ts';

/** How often somebody may be wrong in a row, and how long they wait then: longer each time. */
export interface AttemptLimits {
  free: number;
  firstWaitSeconds: number;
  longestWaitSeconds: number;
}

/** Keeps the power within bounds; after so many doublings of any first wait the longest one is reached. */
const mostDoublings = 20;

interface Attempt {
  /** What is proved, and of whom, as the audit log notes it. */
  proof: Proof;
  subjectId: string | null;
  limits: AttemptLimits;
}

/**
 * Counts an attempt to prove the password of an account (as countedAs tells), or a code, before it is checked, so that attempts
 * at the same moment cannot outrun the count; forgetAttempts undoes it. Returns undefined when the attempt may be made,
 * otherwise the seconds to wait, and counts nothing. Either is noted in the audit log, in the transaction of the count.
 */
export function reserveAttempt(
  em: EntityManager,
  account: string,
  { proof, subjectId, limits }: Attempt,
): Promise<number | undefined> {
  const { free, firstWaitSeconds, longestWaitSeconds } = limits;
  return transaction(em, async tx => {
    await tx.execute(
      `INSERT INTO login_throttle (account, last_attempt_at) VALUES (?, NOW(3))
       ON DUPLICATE KEY UPDATE account = account`,
      [account],
    );
    const { affectedRows } = await tx.execute<{ affectedRows: number }>(
      `UPDATE login_throttle
       SET wait_until = IF(failures + 1 < ?, NULL,
             NOW(3) + INTERVAL LEAST(?, ? * POW(2, LEAST(?, failures + 1 - ?))) SECOND),
           failures = failures + 1,
           last_attempt_at = NOW(3)
       WHERE account = ? AND (wait_until IS NULL OR wait_until <= NOW(3))`,
      [free, longestWaitSeconds, firstWaitSeconds, mostDoublings, free, account],
      'run',
    );
    const seconds = affectedRows === 1 ? undefined : await secondsToWait(tx, account);
    const entry =
      seconds === undefined
        ? { action: `${proof}.tried`, subjectId }
        : { action: `${proof}.refused`, subjectId, facts: { code: 'TOO_MANY_ATTEMPTS' } };
    await appendEntries(tx, [entry]);
    return seconds;
  });
}

async function secondsToWait(tx: EntityManager, account: string): Promise<number> {
  const rows = await tx.execute<{ seconds: number }[]>(
    `SELECT CEIL(TIMESTAMPDIFF(MICROSECOND, NOW(3), wait_until) / 1000000) AS seconds
     FROM login_throttle WHERE account = ?`,
    [account],
  );
  return Math.max(1, Number(rows[0]?.seconds));
}

/** The right password was given: this count begins anew. */
export async function forgetAttempts(em: EntityManager, account: string): Promise<void> {
  await em.execute('UPDATE login_throttle SET failures = 0, wait_until = NULL WHERE account = ?', [account]);
}

/** The account is no more: nothing is kept of its address, nor of where its owner signed in. */
export async function dropAttempts(
  tx: EntityManager,
  { id, emailKey }: { id: string; emailKey: string },
): Promise<void> {
  const account = hashOfAccount(emailKey);
  await tx.execute(
    `DELETE FROM login_throttle
     WHERE account IN (?, ?) OR account IN (SELECT network FROM known_network WHERE account = ?)`,
    [account, countOfCodes(id), account],
    'run',
  );
  await tx.execute('DELETE FROM known_network WHERE account = ?', [account], 'run');
}

/** Takes an account's count along to its new e-mail address, so that a change of address does not reset it. */
export async function carryAttempts(tx: EntityManager, fromKey: string, toKey: string): Promise<void> {
  await tx.execute(
    `REPLACE INTO login_throttle (account, failures, wait_until, last_attempt_at)
     SELECT ?, failures, wait_until, last_attempt_at FROM login_throttle WHERE account = ?`,
    [hashOfAccount(toKey), hashOfAccount(fromKey)],
  );
}
