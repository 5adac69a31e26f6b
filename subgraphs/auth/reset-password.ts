import { type EntityManager, LockMode } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { databaseTime } from '../../runtime/database-time.ts';
import { transaction } from '../../runtime/transaction.ts';
import { forgetAttempts } from './attempts.ts';
import type { Context } from './context.ts';
import { endSessions } from './end-sessions.ts';
import { hashOfAccount } from './hash-of-account.ts';
import { rememberNetwork } from './known-networks.ts';
import { requestMail } from './mail/request-mail.ts';
import { noteInvalidToken } from './note-refusal.ts';
import { holderOfToken, spendOneTimeToken } from './one-time-token.ts';
import { passwordError } from './password-error.ts';
import { hashPassword } from './password-hash.ts';
import type { AuthUserError, ResetPasswordInput } from './resolvers.generated.ts';
import { tokenInvalid } from './token-invalid.ts';
import { User } from './user.ts';

/** Sets the password anew, proved by a token from a mail, and ends all sessions of the account. */
export async function resetPassword({ token, newPassword }: ResetPasswordInput, context: Context) {
  const { em, clientNetwork: network } = context;
  const holder = await holderOfToken(em, 'RESET_PASSWORD', token);
  const user = holder && (await em.findOne(User, { id: holder.id, emailKey: holder.emailKey }));
  if (!user) return refusedForToken(context);
  const weak = await passwordError(newPassword, { email: user.email, field: 'newPassword' }, context);
  if (weak) return refused(weak);
  const passwordHash = await context.passwordWork(() => hashPassword(newPassword));
  const isSet = await transaction(em.fork(), tx => setPassword(tx, { token, user, passwordHash, network }));
  return isSet ? { userErrors: [] } : refusedForToken(context, user.id);
}

async function refusedForToken(context: Context, userId?: string) {
  await noteInvalidToken(context, 'resetPassword', userId);
  return refused(tokenInvalid());
}

async function setPassword(
  tx: EntityManager,
  {
    token,
    user: { id, emailKey },
    passwordHash,
    network,
  }: { token: string; user: User; passwordHash: string; network: string | null },
): Promise<boolean> {
  const user = await tx.findOne(User, { id, emailKey }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!user || !(await spendOneTimeToken(tx, 'RESET_PASSWORD', token, id))) return false;
  user.passwordHash = passwordHash;
  user.emailVerifiedAt ??= await databaseTime(tx);
  await tx.flush();
  await appendEntries(tx, [{ action: 'PasswordReset', actorId: id, subjectId: id }]);
  await forgetAttempts(tx, hashOfAccount(emailKey));
  await rememberNetwork(tx, { emailKey, network });
  await requestMail(tx, 'PASSWORD_CHANGED', emailKey);
  await endSessions(tx, { user: id });
  return true;
}

const refused = (userError: AuthUserError) => ({ userErrors: [userError] });
