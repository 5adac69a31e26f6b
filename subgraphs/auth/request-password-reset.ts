import { transaction } from '../../runtime/transaction.ts';
import type { Context } from './context.ts';
import { emailError, emailKeyOf, normalEmail } from './email-address.ts';
import { refuseWithoutMail } from './mail/refuse-without-mail.ts';
import { requestMail } from './mail/request-mail.ts';
import { takeGuess } from './network-guesses.ts';
import type { RequestPasswordResetInput } from './resolvers.generated.ts';
import { tooManyFromNetwork } from './too-many-from-network.ts';

/** Has a mail sent by which the password can be set anew. Says and does the same for an address without an account. */
export async function requestPasswordReset(input: RequestPasswordResetInput, context: Context) {
  refuseWithoutMail(context.mailer);
  const email = normalEmail(input.email);
  const malformed = emailError(email);
  if (malformed) return { userErrors: [malformed] };
  const seconds = await takeGuess(context, 'MAIL');
  if (seconds !== undefined) return { userErrors: [tooManyFromNetwork(seconds)] };
  await transaction(context.em, tx => requestMail(tx, 'RESET_PASSWORD', emailKeyOf(email)));
  return { userErrors: [] };
}
