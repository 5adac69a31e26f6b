import { type EntityManager, LockMode } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { isDuplicate } from '../../runtime/database-errors.ts';
import { databaseTime } from '../../runtime/database-time.ts';
import { transaction } from '../../runtime/transaction.ts';
import { confirmRegistration } from './confirm-registration.ts';
import type { Context } from './context.ts';
import { noteInvalidToken } from './note-refusal.ts';
import { holderOfToken, spendOneTimeToken } from './one-time-token.ts';
import type { VerifyEmailInput } from './resolvers.generated.ts';
import { tokenInvalid } from './token-invalid.ts';
import { emailUnique, User } from './user.ts';

/**
 * Notes that somebody reads what goes to an e-mail address: whoever has the token from the mail, signed in or not. Where the
 * account was only asked for, it is made.
 */
export async function verifyEmail({ token }: VerifyEmailInput, context: Context) {
  try {
    const isDone = await transaction(
      context.em,
      async tx => (await proveEmail(tx, token)) || (await confirmRegistration(tx, token)),
    );
    if (isDone) return { userErrors: [] };
    await noteInvalidToken(context, 'verifyEmail');
    return { userErrors: [tokenInvalid()] };
  } catch (error) {
    if (isDuplicate(error, emailUnique)) return { userErrors: [tokenInvalid()] };
    throw error;
  }
}

async function proveEmail(tx: EntityManager, token: string): Promise<boolean> {
  const holder = await holderOfToken(tx, 'VERIFY_EMAIL', token);
  const which = { id: holder?.id ?? '', emailKey: holder?.emailKey ?? '' };
  const user = await tx.findOne(User, which, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!user || !(await spendOneTimeToken(tx, 'VERIFY_EMAIL', token, user.id))) return false;
  user.emailVerifiedAt = await databaseTime(tx);
  await appendEntries(tx, [{ action: 'EmailVerified', actorId: user.id, subjectId: user.id }]);
  return true;
}
