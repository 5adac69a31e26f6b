import { LockMode } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { isId } from '../../runtime/ids.ts';
import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import { forgetAttempts } from './attempts.ts';
import type { Context } from './context.ts';
import { countOfCodes } from './count-of-codes.ts';
import { endSessions } from './end-sessions.ts';
import { lockViewer } from './lock-viewer.ts';
import { requestMail } from './mail/request-mail.ts';
import type { AuthUserError, RemoveUserSecondFactorInput } from './resolvers.generated.ts';
import { dropSecondFactor, isOn, SecondFactor } from './second-factor.ts';
import { notDeleted, User } from './user.ts';
import { userError } from './user-error.ts';

/**
 * Turns off the second factor of a user who has lost what makes its codes, and ends that user's sessions. An administrator's own is
 * proved by a code, as anybody's is: else whoever has an administrator's session could take it over.
 */
export function removeUserSecondFactor({ userId }: RemoveUserSecondFactorInput, context: Context) {
  const viewer = viewerOf(context);
  return transaction(context.em, async tx => {
    await lockViewer(tx, viewer);
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const user = isId(userId) ? await tx.findOne(User, { id: userId, ...notDeleted }, lock) : null;
    if (!user) return refused(noSuchUser());
    if (user.id === viewer.id) return refused(ownAccount());
    if ((await tx.count(SecondFactor, { userId: user.id, ...isOn })) === 0) return refused(noneToRemove());
    await dropSecondFactor(tx, user.id);
    await forgetAttempts(tx, countOfCodes(user.id));
    await appendEntries(tx, [{ action: 'SecondFactorRemoved', subjectId: user.id }]);
    await requestMail(tx, 'USER_SECOND_FACTOR_REMOVED', user.emailKey);
    await endSessions(tx, { user: user.id });
    return { user, userErrors: [] };
  });
}

const noSuchUser = () => userError('NOT_FOUND', 'There is no such user.', ['userId']);

const noneToRemove = () => userError('NOT_FOUND', 'This user has no second factor.', ['userId']);

const ownAccount = () =>
  userError('OWN_ACCOUNT', 'Remove your own second factor by removeSecondFactor, with a code of it.', [
    'userId',
  ]);

const refused = (error: AuthUserError) => ({ user: null, userErrors: [error] });
