import { LockMode } from '@mikro-orm/mysql';
import { transaction } from '../../runtime/transaction.ts';
import type { Context } from './context.ts';
import { emailKeyOf } from './email-address.ts';
import { handOver } from './hand-over.ts';
import { rememberNetwork } from './known-networks.ts';
import { openSession } from './open-session.ts';
import { hashPassword, isOutdated } from './password-hash.ts';
import { credentialsInvalid, provePassword } from './prove-password.ts';
import { proveSecondFactor } from './prove-second-factor.ts';
import type { AuthUserError, LoginInput } from './resolvers.generated.ts';
import { secondFactorOf } from './second-factor.ts';
import { User } from './user.ts';

/** Signs in; an address without an account costs the same statements, the same time and the same words. */
export async function login(input: LoginInput, context: Context) {
  const outcome = (await logIn(input, context)) ?? (await logIn(input, context));
  return outcome ?? refused(credentialsInvalid());
}

/** Undefined where the password was changed, or hashed anew, or the second factor is another one, since they were proved. */
async function logIn({ email, password, oneTimeCode }: LoginInput, context: Context) {
  const emailKey = emailKeyOf(email);
  const known = await context.em.findOne(User, { emailKey }, { refresh: true });
  const refusal = await provePassword(
    context,
    { id: known?.id, emailKey, passwordHash: known?.passwordHash },
    password,
  );
  if (refusal || !known) return refused(refusal ?? credentialsInvalid());
  const { id, passwordHash } = known;
  const factor = await secondFactorOf(context.em, id);
  const unproved = factor && (await proveSecondFactor(context, factor, oneTimeCode));
  if (unproved) return refused(unproved);
  const newHash = isOutdated(passwordHash)
    ? await context.passwordWork(() => hashPassword(password))
    : passwordHash;
  const opened = await transaction(context.em, async tx => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const user = await tx.findOne(User, { id, passwordHash }, lock);
    if (!user || (await secondFactorOf(tx, id))?.sealedSecret !== factor?.sealedSecret) return null;
    user.passwordHash = newHash;
    await rememberNetwork(tx, { emailKey, network: context.clientNetwork });
    return { user, tokens: await openSession(tx, user, context) };
  });
  if (!opened) return undefined;
  return { user: opened.user, tokens: handOver(opened.tokens, context), userErrors: [] };
}

const refused = (userError: AuthUserError) => ({ user: null, tokens: null, userErrors: [userError] });
