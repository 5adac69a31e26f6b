import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import type { Context } from './context.ts';
import { endSessions } from './end-sessions.ts';
import { findViewer } from './find-viewer.ts';
import { lockViewer } from './lock-viewer.ts';
import { requestMail } from './mail/request-mail.ts';
import { proveCode } from './prove-code.ts';
import { currentPasswordWrong, proveCurrentPassword } from './prove-current-password.ts';
import type { AuthUserError, RemoveSecondFactorInput } from './resolvers.generated.ts';
import { needsSecondFactor } from './role-of-tokens.ts';
import { dropSecondFactor, secondFactorOf } from './second-factor.ts';
import { userError } from './user-error.ts';

/**
 * Turns the caller's second factor off, proved by the password and by a code. Where the caller's role needs one, all sessions
 * of the caller end, so that no token tells that role.
 */
export async function removeSecondFactor(input: RemoveSecondFactorInput, context: Context) {
  const viewer = viewerOf(context);
  const known = await findViewer(context.em, viewer);
  const unproved = await proveCurrentPassword(context, known, input.currentPassword);
  if (unproved) return refused(unproved);
  const factor = await secondFactorOf(context.em, known.id);
  if (!factor) return refused(noneToRemove());
  const wrong = await proveCode(context, factor, input.oneTimeCode);
  if (wrong) return refused(wrong);
  return transaction(context.em, async tx => {
    const user = await lockViewer(tx, viewer);
    if (user.passwordHash !== known.passwordHash) return refused(currentPasswordWrong());
    if ((await secondFactorOf(tx, user.id))?.sealedSecret !== factor.sealedSecret)
      return refused(noneToRemove());
    await dropSecondFactor(tx, user.id);
    await appendEntries(tx, [{ action: 'SecondFactorRemoved', subjectId: user.id }]);
    await requestMail(tx, 'SECOND_FACTOR_REMOVED', user.emailKey);
    if (needsSecondFactor(user, context.tokenSettings)) await endSessions(tx, { user: user.id });
    return { user, userErrors: [] };
  });
}

const noneToRemove = () => userError('NOT_FOUND', 'The account has no second factor.');

const refused = (error: AuthUserError) => ({ user: null, userErrors: [error] });
