import { LockMode } from '@mikro-orm/mysql';
import { isId } from '../../runtime/ids.ts';
import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import type { Context } from './context.ts';
import { endSessions } from './end-sessions.ts';
import { lockViewer } from './lock-viewer.ts';
import type { SetUserRoleInput } from './resolvers.generated.ts';
import { tellUserUpdated } from './tell-user-updated.ts';
import { notDeleted, User } from './user.ts';
import { userError } from './user-error.ts';

/** Gives a user a role and ends that user's sessions, the caller's own too when the user is the caller. */
export function setUserRole({ userId, role }: SetUserRoleInput, context: Context) {
  const viewer = viewerOf(context);
  return transaction(context.em, async tx => {
    await lockViewer(tx, viewer);
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const user = isId(userId) ? await tx.findOne(User, { id: userId, ...notDeleted }, lock) : null;
    if (!user) return { user, userErrors: [noSuchUser()] };
    if (user.role !== role) {
      user.role = role;
      await tx.flush();
      await tellUserUpdated(tx, user);
    }
    await endSessions(tx, { user: user.id });
    return { user, userErrors: [] };
  });
}

const noSuchUser = () => userError('NOT_FOUND', 'There is no such user.', ['userId']);
