import type { EntityManager } from '@mikro-orm/mysql';
import { transaction } from '../../../runtime/transaction.ts';
import { makeOneTimeToken, type Purpose } from '../one-time-token.ts';
import { User } from '../user.ts';
import type { MailRequest } from './claim-mail.ts';
import type { Mail } from './mailer.ts';
import { pendingRegistration } from './pending-registration.ts';
import { isNotice } from './request-mail.ts';
import { wordsOf } from './words.ts';

/** The shop's pages that links in mails lead to. The token stands behind #, so that no server's log has it. */
const pages: Readonly<Record<Purpose, string>> = {
  RESET_PASSWORD: '/reset-password',
  VERIFY_EMAIL: '/verify-email',
  CONFIRM_REGISTRATION: '/verify-email',
};

/** The mail that was asked for; undefined where there is none to send: no such account, nothing to prove, too many already. */
export async function writeMail(
  em: EntityManager,
  { kind, emailKey }: MailRequest,
  storeUrl: string,
): Promise<Mail | undefined> {
  const user = await em.findOne(User, { emailKey });
  if (isNotice(kind)) return { to: user?.email ?? emailKey, ...wordsOf(kind, user?.name, '') };
  if (kind === 'CONFIRM_REGISTRATION') return writeConfirmation(em, emailKey, user, storeUrl);
  if (!user || (kind === 'VERIFY_EMAIL' && user.emailVerifiedAt)) return undefined;
  const { id, name, email } = user;
  const token = await transaction(em.fork(), tx => makeOneTimeToken(tx, kind, { id, emailKey }));
  return token === undefined
    ? undefined
    : { to: email, ...wordsOf(kind, name, `${storeUrl}${pages[kind]}#token=${token}`) };
}

async function writeConfirmation(
  em: EntityManager,
  emailKey: string,
  user: User | null,
  storeUrl: string,
): Promise<Mail | undefined> {
  const pending = await pendingRegistration(em, emailKey);
  if (!pending) return undefined;
  if (user) return { to: user.email, ...wordsOf('ACCOUNT_EXISTS', user.name, `${storeUrl}/login`) };
  const { id, name, email } = pending;
  const purpose = 'CONFIRM_REGISTRATION';
  const token = await transaction(em.fork(), tx => makeOneTimeToken(tx, purpose, { id, emailKey }));
  return token === undefined
    ? undefined
    : { to: email, ...wordsOf(purpose, name, `${storeUrl}${pages[purpose]}#token=${token}`) };
}
