import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { transaction } from '../../runtime/transaction.ts';
import { base32Of } from './base32.ts';
import { requestMail } from './mail/request-mail.ts';
import { hashOfToken } from './refresh-token.ts';
import { User } from './user.ts';

const howMany = 10;
// 120 bits: such codes cannot be guessed, so that their hash needs neither salt nor cost (OWASP ASVS 5.0, 6.5.2).
const codeBytes = 15;
const groupLength = 6;

const grouped = (text: string): string =>
  text.match(new RegExp(`.{1,${groupLength}}`, 'g'))?.join('-') ?? text;

/** A code however it was written down: in small letters, with or without what stands between its groups. */
const plain = (code: string): string => code.replace(/[\s-]/g, '').toUpperCase();

/** New codes, to be shown once: `ABCDEF-GHIJKL-MNOPQR-STUVWX`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: howMany }, () => grouped(base32Of(randomBytes(codeBytes))));

/** Keeps a user's recovery codes, by their hashes alone, in the place of those before. */
export async function keepRecoveryCodes(
  tx: EntityManager,
  userId: string,
  codes: readonly string[],
): Promise<void> {
  await tx.execute('DELETE FROM recovery_code WHERE user_id = ?', [userId], 'run');
  await tx.execute(
    `INSERT INTO recovery_code (hash, user_id, created_at) VALUES ${codes.map(() => '(?, ?, NOW(3))').join(', ')}`,
    codes.flatMap(code => [hashOfToken(plain(code)), userId]),
    'run',
  );
}

/** Spends a recovery code of a user's, who is told by a mail: of several requests one alone gets true. */
export const spendRecoveryCode = (em: EntityManager, userId: string, code: string): Promise<boolean> =>
  transaction(em, async tx => {
    const { affectedRows } = await tx.execute<{ affectedRows: number }>(
      'UPDATE recovery_code SET used_at = NOW(3) WHERE hash = ? AND user_id = ? AND used_at IS NULL',
      [hashOfToken(plain(code)), userId],
      'run',
    );
    if (affectedRows !== 1) return false;
    await appendEntries(tx, [{ action: 'RecoveryCodeUsed', actorId: userId, subjectId: userId }]);
    const { emailKey } = await tx.findOneOrFail(User, { id: userId });
    await requestMail(tx, 'RECOVERY_CODE_USED', emailKey);
    return true;
  });
