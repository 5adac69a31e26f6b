import { databaseTime } from '../../runtime/database-time.ts';
import { forgetAttempts, reserveAttempt } from './attempts.ts';
import type { Context } from './context.ts';
import { countOfCodes } from './count-of-codes.ts';
import { giveBackGuess, takeGuess } from './network-guesses.ts';
import { noteRefusal } from './note-refusal.ts';
import { spendRecoveryCode } from './recovery-codes.ts';
import type { AuthUserError } from './resolvers.generated.ts';
import { SecondFactor } from './second-factor.ts';
import { openSecret } from './second-factor-secret.ts';
import { tooManyFromNetwork } from './too-many-from-network.ts';
import { stepOf, stepOfCode } from './totp.ts';
import { userError } from './user-error.ts';

const field = ['oneTimeCode'];

/**
 * Checks a code of a second factor, or a recovery code of its user, and spends it: each is accepted once. Returns undefined when
 * it is right; otherwise ONE_TIME_CODE_INVALID, or TOO_MANY_ATTEMPTS without having looked at it. Each check counts as one of a
 * password does, by a count of the account's own that a right password leaves as it is.
 */
export async function proveCode(
  context: Context,
  factor: SecondFactor,
  code: string,
): Promise<AuthUserError | undefined> {
  const { em, attemptLimits: limits } = context;
  const noted = { proof: 'oneTimeCode', subjectId: factor.userId } as const;
  const networkWaits = await takeGuess(context, 'PASSWORD');
  if (networkWaits !== undefined) return noteRefusal(em, noted, tooManyFromNetwork(networkWaits));
  const counted = countOfCodes(factor.userId);
  const seconds = await reserveAttempt(em, counted, { ...noted, limits });
  if (seconds !== undefined) return tooManyCodes(seconds);
  if (!(await spend(context, factor, code))) return noteRefusal(em, noted, codeInvalid());
  await forgetAttempts(em, counted);
  await giveBackGuess(context, 'PASSWORD');
  return undefined;
}

async function spend(
  { em, settingsKey }: Context,
  { userId, sealedSecret }: SecondFactor,
  code: string,
): Promise<boolean> {
  const secret = openSecret(sealedSecret, userId, settingsKey);
  const step = secret && stepOfCode(secret, code.replace(/[\s-]/g, ''), stepOf(await databaseTime(em)));
  if (step === undefined) return spendRecoveryCode(em, userId, code);
  const unspent = { userId, sealedSecret, lastStep: { $lt: step } };
  return (await em.nativeUpdate(SecondFactor, unspent, { lastStep: step })) === 1;
}

const codeInvalid = () =>
  userError(
    'ONE_TIME_CODE_INVALID',
    'This code is wrong, has ended or was used before. Give the next one that your app shows, or a recovery code.',
    field,
  );

const tooManyCodes = (seconds: number) =>
  userError(
    'TOO_MANY_ATTEMPTS',
    `There were too many wrong codes for this account. Try again in ${seconds} seconds.`,
    field,
  );
