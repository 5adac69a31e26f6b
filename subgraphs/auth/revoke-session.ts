import { isId } from '../../runtime/ids.ts';
import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import type { Context } from './context.ts';
import { endSessions } from './end-sessions.ts';
import { lockViewer } from './lock-viewer.ts';
import type { RevokeSessionInput } from './resolvers.generated.ts';
import { Session } from './session.ts';
import { userError } from './user-error.ts';

/** Ends one session of the caller's; one that has ended already stays so. */
export function revokeSession({ sessionId }: RevokeSessionInput, context: Context) {
  const viewer = viewerOf(context);
  return transaction(context.em, async tx => {
    const user = await lockViewer(tx, viewer);
    const session = isId(sessionId) ? await tx.findOne(Session, { id: sessionId, user: user.id }) : null;
    if (!session) return { session, userErrors: [noSuchSession()] };
    await endSessions(tx, { id: session.id });
    return { session, userErrors: [] };
  });
}

const noSuchSession = () => userError('NOT_FOUND', 'There is no such session.', ['sessionId']);
