import type { EntityManager } from '@mikro-orm/mysql';

/** What was to be sent to an e-mail address is not sent any more. */
export async function dropMails(tx: EntityManager, emailKey: string): Promise<void> {
  await tx.execute('DELETE FROM mail_request WHERE email_key = ?', [emailKey], 'run');
}
