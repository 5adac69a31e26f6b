import { LockMode } from '@mikro-orm/mysql';
import { isId } from '../../runtime/ids.ts';
import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import type { Context } from './context.ts';
import { endSessions } from './end-sessions.ts';
import { lockViewer } from './lock-viewer.ts';
import type { RevokeUserSessionsInput } from './resolvers.generated.ts';
import { notDeleted, User } from './user.ts';
import { userError } from './user-error.ts';

/** Ends all sessions of a user, the caller's own too when the user is the caller. */
export function revokeUserSessions({ userId }: RevokeUserSessionsInput, context: Context) {
  const viewer = viewerOf(context);
  return transaction(context.em, async tx => {
    await lockViewer(tx, viewer);
    // Who logs in at this moment holds the same row: that session is there by now, or comes after these have ended.
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const user = isId(userId) ? await tx.findOne(User, { id: userId, ...notDeleted }, lock) : null;
    if (!user) return { user, userErrors: [noSuchUser()] };
    await endSessions(tx, { user: user.id });
    return { user, userErrors: [] };
  });
}

const noSuchUser = () => userError('NOT_FOUND', 'There is no such user.', ['userId']);
