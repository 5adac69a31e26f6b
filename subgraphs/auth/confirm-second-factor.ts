import { sql } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import type { Context } from './context.ts';
import { endSessions } from './end-sessions.ts';
import { findViewer } from './find-viewer.ts';
import { lockViewer } from './lock-viewer.ts';
import { requestMail } from './mail/request-mail.ts';
import { proveCode } from './prove-code.ts';
import { keepRecoveryCodes, newRecoveryCodes } from './recovery-codes.ts';
import type { AuthUserError, ConfirmSecondFactorInput } from './resolvers.generated.ts';
import { confirmMinutes, isBegun, SecondFactor } from './second-factor.ts';
import { userError } from './user-error.ts';

/**
 * Turns the caller's second factor on, by a first code of it, and answers the recovery codes, which nobody is shown again. The
 * caller's other sessions end: whoever opened them had the password alone.
 */
export async function confirmSecondFactor({ oneTimeCode }: ConfirmSecondFactorInput, context: Context) {
  const viewer = viewerOf(context);
  const { id: userId } = await findViewer(context.em, viewer);
  const begun = await context.em.findOne(SecondFactor, { userId, ...isBegun() });
  if (!begun) return refused(notBegun());
  const wrong = await proveCode(context, begun, oneTimeCode);
  if (wrong) return refused(wrong);
  const recoveryCodes = newRecoveryCodes();
  return transaction(context.em, async tx => {
    const user = await lockViewer(tx, viewer);
    const { sealedSecret } = begun;
    const unconfirmed = { userId, sealedSecret, ...isBegun() };
    if ((await tx.nativeUpdate(SecondFactor, unconfirmed, { confirmedAt: sql.now(3) })) !== 1)
      return refused(notBegun());
    await keepRecoveryCodes(tx, userId, recoveryCodes);
    await appendEntries(tx, [{ action: 'SecondFactorConfirmed', subjectId: userId }]);
    await requestMail(tx, 'SECOND_FACTOR_CONFIRMED', user.emailKey);
    await endSessions(tx, { user: userId, id: { $ne: viewer.sessionId } });
    return { user, recoveryCodes, userErrors: [] };
  });
}

const notBegun = () =>
  userError(
    'NOT_FOUND',
    `There is no second factor that waits for its first code, or it has waited for longer than ${confirmMinutes} minutes. Begin one.`,
  );

const refused = (error: AuthUserError) => ({ user: null, recoveryCodes: null, userErrors: [error] });
