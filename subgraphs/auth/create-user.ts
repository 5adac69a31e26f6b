import type { EntityManager } from '@mikro-orm/mysql';
import { databaseTime } from '../../runtime/database-time.ts';
import { putInOutbox } from '../../runtime/events/put-in-outbox.ts';
import { newId } from '../../runtime/ids.ts';
import { newEvent } from '../../schema/events.ts';
import { emailKeyOf } from './email-address.ts';
import { requestMail } from './mail/request-mail.ts';
import { User } from './user.ts';

/** Writes a new account. Rejects with a duplicate of emailUnique when another one has the e-mail address. */
export async function createUser(
  tx: EntityManager,
  account: Pick<User, 'name' | 'email' | 'passwordHash' | 'role'>,
): Promise<User> {
  const emailKey = emailKeyOf(account.email);
  const createdAt = await databaseTime(tx);
  const user = tx.create(User, {
    ...account,
    id: newId(),
    emailKey,
    createdAt,
    emailVerifiedAt: null,
    deletedAt: null,
  });
  await tx.flush();
  const { id, name, role } = user;
  await putInOutbox(tx, newEvent('UserRegistered', id, { userId: id, name, role }));
  await requestMail(tx, 'VERIFY_EMAIL', emailKey);
  return user;
}
