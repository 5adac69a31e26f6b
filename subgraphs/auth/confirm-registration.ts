import type { EntityManager } from '@mikro-orm/mysql';
import { databaseTime } from '../../runtime/database-time.ts';
import { createUser } from './create-user.ts';
import { holderOfToken, spendOneTimeToken } from './one-time-token.ts';
import { User } from './user.ts';

interface Row {
  name: string;
  email: string;
  password_hash: string;
}

/**
 * Makes the account that the token from a mail is for, its address proved; false where the token is none, or the address
 * has an account by now. Rejects with a duplicate of emailUnique where another transaction has just made one.
 */
export async function confirmRegistration(tx: EntityManager, token: string): Promise<boolean> {
  const holder = await holderOfToken(tx, 'CONFIRM_REGISTRATION', token);
  if (!holder) return false;
  const [pending] = await tx.execute<Row[]>(
    'SELECT name, email, password_hash FROM registration WHERE id = ? FOR UPDATE',
    [holder.id],
  );
  if (!pending || !(await spendOneTimeToken(tx, 'CONFIRM_REGISTRATION', token, holder.id))) return false;
  if ((await tx.count(User, { emailKey: holder.emailKey })) > 0) return false;
  const { name, email, password_hash: passwordHash } = pending;
  const user = await createUser(tx, { name, email, passwordHash, role: 'CUSTOMER' });
  user.emailVerifiedAt = await databaseTime(tx);
  await tx.execute('DELETE FROM registration WHERE email_key = ?', [holder.emailKey], 'run');
  return true;
}
