import { forgetAttempts, reserveAttempt } from './attempts.ts';
import type { Context } from './context.ts';
import { countedAs } from './known-networks.ts';
import { giveBackGuess, takeGuess } from './network-guesses.ts';
import { noteRefusal } from './note-refusal.ts';
import { nobodysHash, verifyPassword } from './password-hash.ts';
import type { AuthUserError } from './resolvers.generated.ts';
import { tooManyFromNetwork } from './too-many-from-network.ts';
import { userError } from './user-error.ts';

/** Whose password it may be: without an id and a hash where there is no such account. */
interface ProvedAccount {
  id: string | undefined;
  emailKey: string;
  passwordHash: string | undefined;
}

/**
 * Checks the password of the account with an e-mail address, or does the same work where there is no such
 * account. Returns undefined when it is right; otherwise CREDENTIALS_INVALID, or TOO_MANY_ATTEMPTS without
 * having looked at it. Each check counts, however many a request holds: against the client's network, and against the account.
 */
export const provePassword = (
  context: Context,
  account: ProvedAccount,
  password: string,
): Promise<AuthUserError | undefined> => context.passwordWork(() => whyNot(context, account, password));

async function whyNot(
  context: Context,
  account: ProvedAccount,
  password: string,
): Promise<AuthUserError | undefined> {
  const { em, clientNetwork: network, attemptLimits: limits } = context;
  const noted = { proof: 'password', subjectId: account.id ?? null } as const;
  const networkWaits = await takeGuess(context, 'PASSWORD');
  if (networkWaits !== undefined) return noteRefusal(em, noted, tooManyFromNetwork(networkWaits));
  const counted = await countedAs(em, { emailKey: account.emailKey, network });
  const seconds = await reserveAttempt(em, counted, { ...noted, limits });
  if (seconds !== undefined) return tooManyAttempts(seconds);
  const right = await verifyPassword(account.passwordHash ?? nobodysHash, password);
  if (!right || account.passwordHash === undefined) return noteRefusal(em, noted, credentialsInvalid());
  await forgetAttempts(em, counted);
  await giveBackGuess(context, 'PASSWORD');
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
