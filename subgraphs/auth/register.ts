import { isDuplicate } from '../../runtime/database-errors.ts';
import { transaction } from '../../runtime/transaction.ts';
import type { Context } from './context.ts';
import { createUser } from './create-user.ts';
import { emailError, emailKeyOf, emailTaken, normalEmail } from './email-address.ts';
import { handOver } from './hand-over.ts';
import { rememberNetwork } from './known-networks.ts';
import { takeGuess, waitForGuess } from './network-guesses.ts';
import { openSession } from './open-session.ts';
import { passwordError } from './password-error.ts';
import { hashPassword } from './password-hash.ts';
import { registerByMail } from './register-by-mail.ts';
import type { AuthUserError, RegisterInput } from './resolvers.generated.ts';
import { tooManyFromNetwork } from './too-many-from-network.ts';
import { emailUnique, User } from './user.ts';
import { nameError, normalName } from './user-name.ts';

/** Makes an account and signs it in; or has the mail sent that makes it (REGISTRATION_BY_MAIL). */
export async function register(input: RegisterInput, context: Context) {
  const name = normalName(input.name);
  const email = normalEmail(input.email);
  const malformed = emailError(email);
  const errors = [
    nameError(name),
    malformed ?? (context.registrationByMail ? undefined : await emailRefusal(context, email)),
    await passwordError(input.password, { email: malformed ? undefined : email, field: 'password' }, context),
  ].filter(error => error !== undefined);
  if (errors.length > 0) return refused(errors);
  if (context.registrationByMail)
    return refused(await registerByMail({ name, email, password: input.password }, context));
  const seconds = await takeGuess(context, 'REGISTRATION');
  if (seconds !== undefined) return refused([tooManyFromNetwork(seconds)]);
  const passwordHash = await context.passwordWork(() => hashPassword(input.password));
  try {
    const { user, tokens } = await transaction(context.em, async tx => {
      const user = await createUser(tx, { name, email, passwordHash, role: 'CUSTOMER' });
      await rememberNetwork(tx, { emailKey: user.emailKey, network: context.clientNetwork });
      return { user, tokens: await openSession(tx, user, context) };
    });
    return { user, tokens: handOver(tokens, context), userErrors: [] };
  } catch (error) {
    if (isDuplicate(error, emailUnique)) return refused([emailTaken()]);
    throw error;
  }
}

/**
 * EMAIL_TAKEN, which counts; TOO_MANY_ATTEMPTS for any address once that was told this network too often, or it has made too many
 * accounts.
 */
async function emailRefusal(context: Context, email: string): Promise<AuthUserError | undefined> {
  const before =
    (await waitForGuess(context, 'TAKEN_EMAIL')) ?? (await waitForGuess(context, 'REGISTRATION'));
  if (before !== undefined) return tooManyFromNetwork(before);
  if ((await context.em.count(User, { emailKey: emailKeyOf(email) })) === 0) return undefined;
  const seconds = await takeGuess(context, 'TAKEN_EMAIL');
  return seconds === undefined ? emailTaken() : tooManyFromNetwork(seconds);
}

const refused = (userErrors: AuthUserError[]) => ({ user: null, tokens: null, userErrors });
