import type { EntityManager } from '@mikro-orm/mysql';
import { databaseTime } from '../../runtime/database-time.ts';
import { noteDeletion } from '../../runtime/erasure/note-deletion.ts';
import { putInOutbox } from '../../runtime/events/put-in-outbox.ts';
import { newEvent } from '../../schema/events.ts';
import { dropAttempts } from './attempts.ts';
import { dropMails } from './mail/drop-mails.ts';
import { nobodysHash } from './password-hash.ts';
import { dropSecondFactor } from './second-factor.ts';
import type { User } from './user.ts';

/**
 * Deletes an account whose row the transaction has locked: what identifies its user is gone from the row, what goes by the
 * e-mail address is gone with it, and others are told. Its sessions are the caller's to end. The rest is left to erasure/,
 * which no longer knows the address.
 */
export async function markDeleted(tx: EntityManager, user: User): Promise<void> {
  const { id, emailKey } = user;
  user.delete(await databaseTime(tx), nobodysHash);
  await tx.flush();
  await dropAttempts(tx, { id, emailKey });
  await dropSecondFactor(tx, id);
  await dropMails(tx, emailKey);
  await tx.execute('DELETE FROM registration WHERE email_key = ?', [emailKey], 'run');
  await noteDeletion(tx, id);
  await putInOutbox(tx, newEvent('AccountDeleted', id, { userId: id }));
}
