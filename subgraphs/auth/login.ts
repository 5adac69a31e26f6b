import { LockMode } from '@mikro-orm/mysql';
import { transaction } from '../../runtime/transaction.ts';
import type { Context } from './context.ts';
import { emailKeyOf } from './email-address.ts';
import { handOver } from './hand-over.ts';
import { rememberNetwork } from './known-networks.ts';
import { openSession } from './open-session.ts';
import { credentialsInvalid, provePassword } from './prove-password.ts';
import type { AuthUserError, LoginInput } from './resolvers.generated.ts';
import { User } from './user.ts';

/** Signs in; an address without an account costs the same statements, the same time and the same words. */
export async function login({ email, password }: LoginInput, context: Context) {
  const emailKey = emailKeyOf(email);
  const known = await context.em.findOne(User, { emailKey });
  const passwordHash = known?.passwordHash;
  const refusal = await provePassword(context, { id: known?.id, emailKey, passwordHash }, password);
  if (refusal || !known) return refused(refusal ?? credentialsInvalid());
  const opened = await transaction(context.em, async tx => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const user = await tx.findOne(User, { id: known.id, passwordHash: known.passwordHash }, lock);
    if (!user) return null;
    await rememberNetwork(tx, { emailKey, network: context.clientNetwork });
    return { user, tokens: await openSession(tx, user, context) };
  });
  if (!opened) return refused(credentialsInvalid());
  return { user: opened.user, tokens: handOver(opened.tokens, context), userErrors: [] };
}

const refused = (userError: AuthUserError) => ({ user: null, tokens: null, userErrors: [userError] });
