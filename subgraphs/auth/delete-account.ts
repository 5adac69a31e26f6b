import type { EntityManager } from '@mikro-orm/mysql';
import { failpoint, step } from '../../runtime/failpoint.ts';
import { transaction } from '../../runtime/transaction.ts';
import { type Viewer, viewerOf } from '../../runtime/viewer.ts';
import type { Context } from './context.ts';
import { endSessions } from './end-sessions.ts';
import { findViewer } from './find-viewer.ts';
import { isLastAdministrator, lastAdministrator } from './last-administrator.ts';
import { lockViewer } from './lock-viewer.ts';
import { requestMail } from './mail/request-mail.ts';
import { markDeleted } from './mark-deleted.ts';
import { provePassword } from './prove-password.ts';
import type { AuthUserError, DeleteAccountInput } from './resolvers.generated.ts';
import { refusalsOf } from './unfinished-purchases.ts';
import { userError } from './user-error.ts';

/**
 * Deletes the caller's account, proved by the password. From then on nobody can log in to it, its sessions have ended, and
 * its address is free; each subgraph erases what it holds on the user (see erasure/ of each). Refused while somebody's money
 * or goods depend on the user. A purchase that is paid in this very moment all the same is called off, and refunded.
 */
export async function deleteAccount({ password }: DeleteAccountInput, context: Context) {
  const viewer = viewerOf(context);
  const known = await findViewer(context.em, viewer);
  const proof = await provePassword(context, known, password);
  if (proof) return refused(proof.code === 'CREDENTIALS_INVALID' ? passwordWrong() : proof);
  const unfinished = refusalsOf(await context.unfinishedPurchases(viewer.id));
  if (unfinished.length > 0) return refused(...unfinished);
  const work = (tx: EntityManager) => remove(tx, viewer, known.passwordHash);
  const outcome = await step('delete-account.after-commit', () => transaction(context.em, work));
  if (outcome.deletedUserId) context.sessionCookie?.clear();
  return outcome;
}

async function remove(tx: EntityManager, viewer: Viewer, passwordHash: string) {
  const user = await lockViewer(tx, viewer);
  if (user.passwordHash !== passwordHash) return refused(passwordWrong());
  if (await isLastAdministrator(tx, user)) return refused(lastAdministrator());
  const { emailKey } = user;
  await markDeleted(tx, user);
  await requestMail(tx, 'ACCOUNT_DELETED', emailKey);
  await endSessions(tx, { user: user.id });
  await failpoint('delete-account.before-commit');
  return { deletedUserId: user.id, userErrors: [] };
}

const passwordWrong = () => userError('CREDENTIALS_INVALID', 'The password is wrong.', ['password']);

const refused = (...userErrors: AuthUserError[]) => ({ deletedUserId: null, userErrors });
