import { isId } from '../../runtime/ids.ts';
import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import type { Context } from './context.ts';
import { lockViewer } from './lock-viewer.ts';
import { Notification } from './notification.ts';
import type { ReadNotificationsInput } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

/** Marks a notification of the caller's, and all that came before it, as read. Those that were stay as they are. */
export function readNotifications({ latestId }: ReadNotificationsInput, context: Context) {
  const viewer = viewerOf(context);
  return transaction(context.em, async tx => {
    const user = await lockViewer(tx, viewer);
    const latest =
      isId(latestId) && (await tx.count(Notification, { id: latestId, userId: viewer.id })) === 1;
    if (!latest)
      return {
        user: null,
        userErrors: [userError('NOT_FOUND', 'There is no such notification.', ['latestId'])],
      };
    await tx.execute(
      'UPDATE notification SET read_at = NOW(3) WHERE user_id = ? AND id <= ? AND read_at IS NULL',
      [viewer.id, latestId],
      'run',
    );
    return { user, userErrors: [] };
  });
}
