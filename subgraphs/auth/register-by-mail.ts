import { newId } from '../../runtime/ids.ts';
import { transaction } from '../../runtime/transaction.ts';
import type { Context } from './context.ts';
import { emailKeyOf } from './email-address.ts';
import { refuseWithoutMail } from './mail/refuse-without-mail.ts';
import { requestMail } from './mail/request-mail.ts';
import { takeGuess } from './network-guesses.ts';
import { tokenMinutes } from './one-time-token.ts';
import { hashPassword } from './password-hash.ts';
import type { AuthUserError } from './resolvers.generated.ts';
import { tooManyFromNetwork } from './too-many-from-network.ts';

/**
 * Writes down who wants an account, and has a mail sent: with the link that makes it, or, where the address has one, that
 * somebody tried. Looks at no account, so that words, status and time are the same for all addresses.
 */
export async function registerByMail(
  { name, email, password }: { name: string; email: string; password: string },
  context: Context,
): Promise<AuthUserError[]> {
  refuseWithoutMail(context.mailer);
  const seconds = await takeGuess(context, 'MAIL');
  if (seconds !== undefined) return [tooManyFromNetwork(seconds)];
  const passwordHash = await context.passwordWork(() => hashPassword(password));
  const emailKey = emailKeyOf(email);
  await transaction(context.em, async tx => {
    await tx.execute(
      `INSERT INTO registration (id, name, email, email_key, password_hash, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, NOW(3), NOW(3) + INTERVAL ? MINUTE)`,
      [newId(), name, email, emailKey, passwordHash, tokenMinutes.CONFIRM_REGISTRATION],
      'run',
    );
    await requestMail(tx, 'CONFIRM_REGISTRATION', emailKey);
  });
  return [];
}
