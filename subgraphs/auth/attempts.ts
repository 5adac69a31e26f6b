import type { EntityManager } from '@mikro-orm/mysql';
import { transaction } from '../../runtime/transaction.ts';
import { countOfCodes } from './count-of-codes.ts';
import { hashOfAccount } from './hash-of-account.ts';

/** Wrong passwords in a row before who gave them waits. */
const freeAttempts = 10;
const firstWaitSeconds = 30;
const longestWaitSeconds = 15 * 60;
/** After so many doublings the longest wait is reached; it keeps the power within bounds. */
const mostDoublings = 5;

/**
 * Counts an attempt to prove the password of an account (as countedAs tells) before it is checked, so that attempts at the
 * same moment cannot outrun the count; forgetAttempts undoes it. Returns undefined when the attempt may be made,
 * otherwise the seconds to wait, and counts nothing.
 */
export function reserveAttempt(em: EntityManager, account: string): Promise<number | undefined> {
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
      [freeAttempts, longestWaitSeconds, firstWaitSeconds, mostDoublings, freeAttempts, account],
      'run',
    );
    return affectedRows === 1 ? undefined : secondsToWait(tx, account);
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
