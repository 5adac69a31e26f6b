import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import type { Context } from './context.ts';
import { endSessions } from './end-sessions.ts';
import { findViewer } from './find-viewer.ts';
import { lockViewer } from './lock-viewer.ts';
import { requestMail } from './mail/request-mail.ts';
import { passwordError } from './password-error.ts';
import { hashPassword } from './password-hash.ts';
import { currentPasswordWrong, proveCurrentPassword } from './prove-current-password.ts';
import type { AuthUserError, ChangePasswordInput } from './resolvers.generated.ts';

/** Changes the caller's password, proved by the one that holds now, and ends the caller's other sessions. */
export async function changePassword(input: ChangePasswordInput, context: Context) {
  const viewer = viewerOf(context);
  const known = await findViewer(context.em, viewer);
  const errors = [
    await proveCurrentPassword(context, known, input.currentPassword),
    await passwordError(input.newPassword, { email: known.email, field: 'newPassword' }, context),
  ].filter(error => error !== undefined);
  if (errors.length > 0) return refused(errors);
  const passwordHash = await context.passwordWork(() => hashPassword(input.newPassword));
  return transaction(context.em, async tx => {
    const user = await lockViewer(tx, viewer);
    if (user.passwordHash !== known.passwordHash) return refused([currentPasswordWrong()]);
    user.passwordHash = passwordHash;
    await tx.flush();
    await appendEntries(tx, [{ action: 'PasswordChanged', subjectId: user.id }]);
    await requestMail(tx, 'PASSWORD_CHANGED', user.emailKey);
    await endSessions(tx, { user: user.id, id: { $ne: viewer.sessionId } });
    return { user, userErrors: [] };
  });
}

const refused = (userErrors: AuthUserError[]) => ({ user: null, userErrors });
