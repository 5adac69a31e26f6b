import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import type { Context } from './context.ts';
import { lockViewer } from './lock-viewer.ts';
import { refuseWithoutMail } from './mail/refuse-without-mail.ts';
import { requestMail } from './mail/request-mail.ts';

/** Has the mail sent once more by which the caller proves to read what goes to the account's address. */
export async function requestEmailVerification(context: Context) {
  refuseWithoutMail(context.mailer);
  const viewer = viewerOf(context);
  const user = await transaction(context.em, async tx => {
    const account = await lockViewer(tx, viewer);
    if (!account.emailVerifiedAt) await requestMail(tx, 'VERIFY_EMAIL', account.emailKey);
    return account;
  });
  return { user, userErrors: [] };
}
