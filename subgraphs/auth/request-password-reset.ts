import { transaction } from '../../runtime/transaction.ts';
import type { Context } from './context.ts';
import { emailError, emailKeyOf, normalEmail } from './email-address.ts';
import { refuseWithoutMail } from './mail/refuse-without-mail.ts';
import { requestMail } from './mail/request-mail.ts';
import type { RequestPasswordResetInput } from './resolvers.generated.ts';

/** Has a mail sent by which the password can be set anew. Says and does the same for an address without an account. */
export async function requestPasswordReset(input: RequestPasswordResetInput, { em, mailer }: Context) {
  refuseWithoutMail(mailer);
  const email = normalEmail(input.email);
  const malformed = emailError(email);
  if (malformed) return { userErrors: [malformed] };
  await transaction(em, tx => requestMail(tx, 'RESET_PASSWORD', emailKeyOf(email)));
  return { userErrors: [] };
}
