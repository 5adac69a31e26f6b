import type { EntityManager } from '@mikro-orm/mysql';
import { newId } from '../../../runtime/ids.ts';

const notices = [
  'PASSWORD_CHANGED',
  'EMAIL_CHANGED',
  'ACCOUNT_DELETED',
  'SECOND_FACTOR_CONFIRMED',
  'SECOND_FACTOR_REMOVED',
  'USER_SECOND_FACTOR_REMOVED',
  'RECOVERY_CODE_USED',
] as const;

/** A mail that tells what was done: it goes where the account's address was then, whatever became of the account. */
type Notice = (typeof notices)[number];

/** What a mail is for. */
export type MailKind = 'RESET_PASSWORD' | 'VERIFY_EMAIL' | 'CONFIRM_REGISTRATION' | Notice;

/** Whether a mail merely tells what was done. */
export const isNotice = (kind: MailKind): kind is Notice => notices.some(notice => notice === kind);

/**
 * Has a mail sent to an e-mail address, in the transaction of what it is about, by whichever process comes to it first; once,
 * where the same was asked for and not sent yet. Whether there is an account is looked at then: so this takes the same
 * time for any address.
 */
export async function requestMail(tx: EntityManager, kind: MailKind, emailKey: string): Promise<void> {
  await tx.execute(
    `INSERT INTO mail_request (id, kind, email_key, created_at, due_at) VALUES (?, ?, ?, NOW(3), NOW(3))
     ON DUPLICATE KEY UPDATE kind = VALUES(kind)`,
    [newId(), kind, emailKey],
    'run',
  );
}
