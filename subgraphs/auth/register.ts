import { isDuplicate } from '../../runtime/database-errors.ts';
import { transaction } from '../../runtime/transaction.ts';
import type { Context } from './context.ts';
import { createUser } from './create-user.ts';
import { emailError, emailKeyOf, emailTaken, normalEmail } from './email-address.ts';
import { handOver } from './hand-over.ts';
import { openSession } from './open-session.ts';
import { hashPassword } from './password-hash.ts';
import { passwordError } from './password-rules.ts';
import { passwordWork } from './password-work.ts';
import type { AuthUserError, RegisterInput } from './resolvers.generated.ts';
import { emailUnique, User } from './user.ts';
import { nameError, normalName } from './user-name.ts';

/** Makes an account and signs it in. */
export async function register(input: RegisterInput, context: Context) {
  const name = normalName(input.name);
  const email = normalEmail(input.email);
  const malformed = emailError(email);
  const errors = [
    nameError(name),
    malformed ?? ((await isTaken(context, email)) ? emailTaken() : undefined),
    passwordError(input.password, malformed ? undefined : email, 'password'),
  ].filter(error => error !== undefined);
  if (errors.length > 0) return refused(errors);
  const passwordHash = await passwordWork(() => hashPassword(input.password));
  try {
    const { user, tokens } = await transaction(context.em, async tx => {
      const user = await createUser(tx, { name, email, passwordHash, role: 'CUSTOMER' });
      return { user, tokens: await openSession(tx, user, context) };
    });
    return { user, tokens: handOver(tokens, context), userErrors: [] };
  } catch (error) {
    if (isDuplicate(error, emailUnique)) return refused([emailTaken()]);
    throw error;
  }
}

const isTaken = async ({ em }: Context, email: string): Promise<boolean> =>
  (await em.count(User, { emailKey: emailKeyOf(email) })) > 0;

const refused = (userErrors: AuthUserError[]) => ({ user: null, tokens: null, userErrors });
