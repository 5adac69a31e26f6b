import type { EntityManager } from '@mikro-orm/mysql';
import { hashOfToken, newToken } from './refresh-token.ts';

/** What a token from a mail is good for. */
export type Purpose = 'RESET_PASSWORD' | 'VERIFY_EMAIL' | 'CONFIRM_REGISTRATION';

/** How long it is good, in minutes. */
export const tokenMinutes: Readonly<Record<Purpose, number>> = {
  RESET_PASSWORD: 60,
  VERIFY_EMAIL: 3 * 24 * 60,
  CONFIRM_REGISTRATION: 24 * 60,
};

/** How many an account may have made in an hour: whoever asks for more floods somebody's mailbox. */
export const mostAnHour = 5;

/** The account, or the registration, that a token is for. */
interface Holder {
  id: string;
  emailKey: string;
}

/** A token for an account at its present e-mail address; undefined where it was made too many in the last hour. */
export async function makeOneTimeToken(
  tx: EntityManager,
  purpose: Purpose,
  { id, emailKey }: Holder,
): Promise<string | undefined> {
  const [made] = await tx.execute<{ count: number }[]>(
    `SELECT COUNT(*) AS count FROM one_time_token
     WHERE user_id = ? AND purpose = ? AND created_at > NOW(3) - INTERVAL 1 HOUR`,
    [id, purpose],
  );
  if (Number(made?.count) >= mostAnHour) return undefined;
  const token = newToken();
  await tx.execute(
    `INSERT INTO one_time_token (hash, purpose, user_id, email_key, created_at, expires_at)
     VALUES (?, ?, ?, ?, NOW(3), NOW(3) + INTERVAL ? MINUTE)`,
    [hashOfToken(token), purpose, id, emailKey, tokenMinutes[purpose]],
    'run',
  );
  return token;
}

/** Whose token it is, and for which address; undefined where it is none, has ended or was used. */
export async function holderOfToken(
  em: EntityManager,
  purpose: Purpose,
  token: string,
): Promise<Holder | undefined> {
  const [row] = await em.execute<{ user_id: string; email_key: string }[]>(
    `SELECT user_id, email_key FROM one_time_token
     WHERE hash = ? AND purpose = ? AND used_at IS NULL AND expires_at > NOW(3)`,
    [hashOfToken(token), purpose],
  );
  return row && { id: row.user_id, emailKey: row.email_key };
}

/** Spends a token, and with it all others of its account for the same purpose: of several requests one alone gets true. */
export async function spendOneTimeToken(
  tx: EntityManager,
  purpose: Purpose,
  token: string,
  userId: string,
): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    'UPDATE one_time_token SET used_at = NOW(3) WHERE hash = ? AND used_at IS NULL AND expires_at > NOW(3)',
    [hashOfToken(token)],
    'run',
  );
  await tx.execute(
    'UPDATE one_time_token SET used_at = NOW(3) WHERE user_id = ? AND purpose = ? AND used_at IS NULL',
    [userId, purpose],
    'run',
  );
  return affectedRows === 1;
}
