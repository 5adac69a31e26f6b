import type { EntityManager } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { forgetAttempts, reserveAttempt } from './attempts.ts';
import { nobodysHash, verifyPassword } from './password-hash.ts';
import { passwordWork } from './password-work.ts';
import type { AuthUserError } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

/**
 * Checks the password of the account with an e-mail address, or does the same work where there is no such
 * account. Returns undefined when it is right; otherwise CREDENTIALS_INVALID, or TOO_MANY_ATTEMPTS without
 * having looked at it.
 */
export async function provePassword(
  em: EntityManager,
  account: { id: string | undefined; emailKey: string; passwordHash: string | undefined },
  password: string,
): Promise<AuthUserError | undefined> {
  const refusal = await passwordWork(() => whyNot(em, account, password));
  const { id: subjectId = null } = account;
  if (refusal)
    await appendEntries(em, [{ action: 'password.refused', subjectId, facts: { code: refusal.code } }]);
  return refusal;
}

async function whyNot(
  em: EntityManager,
  account: { emailKey: string; passwordHash: string | undefined },
  password: string,
): Promise<AuthUserError | undefined> {
  const seconds = await reserveAttempt(em, account.emailKey);
  if (seconds !== undefined) return tooManyAttempts(seconds);
  const right = await verifyPassword(account.passwordHash ?? nobodysHash, password);
  if (!right || account.passwordHash === undefined) return credentialsInvalid();
  await forgetAttempts(em, account.emailKey);
  return undefined;
}

/** Wrong e-mail address or wrong password. */
export const credentialsInvalid = (): AuthUserError =>
  userError('CREDENTIALS_INVALID', 'The e-mail address or the password is wrong. Check both.');

const tooManyAttempts = (seconds: number): AuthUserError =>
  userError(
    'TOO_MANY_ATTEMPTS',
    `There were too many wrong passwords for this e-mail address. Try again in ${seconds} seconds.`,
  );
