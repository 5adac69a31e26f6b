import type { EntityManager } from '@mikro-orm/mysql';
import { newId } from '../../../runtime/ids.ts';

/** What a mail is for. The last three go where the account's address was when it was asked for, whoever has it now. */
export type MailKind =
  | 'RESET_PASSWORD'
  | 'VERIFY_EMAIL'
  | 'CONFIRM_REGISTRATION'
  | 'PASSWORD_CHANGED'
  | 'EMAIL_CHANGED'
  | 'ACCOUNT_DELETED';

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
