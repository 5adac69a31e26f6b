import { type Connection, decodeCursor, pageSize, toConnection } from '../../runtime/page.ts';
import { type Context, mayReadPrivate } from './context.ts';
import { Notification } from './notification.ts';
import type { UserNotificationsArgs } from './resolvers.generated.ts';
import type { ShownUser } from './user.ts';

/** The name of the list's order in its cursors. */
const order = 'newest notification';

/** What a user is to know, newest first; null to others than the user and administrators. */
export async function notifications(
  user: ShownUser,
  args: Partial<UserNotificationsArgs>,
  context: Context,
): Promise<Connection<Notification> | null> {
  if (!mayReadPrivate(context, user)) return null;
  const { em } = context;
  const size = pageSize(args.first);
  const own = { userId: user.id };
  const before =
    args.after == null ? {} : { id: { $lt: String(decodeCursor(order, ['string'], args.after)[0]) } };
  const rows = await em.find(
    Notification,
    { ...own, ...before },
    { orderBy: { id: 'desc' }, limit: size + 1, disableIdentityMap: true },
  );
  const page = { size, order, after: args.after != null };
  const count = () => em.count(Notification, own);
  return toConnection(rows, page, ({ id }) => [id], count);
}
