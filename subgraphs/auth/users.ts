import type { FilterQuery } from '@mikro-orm/mysql';
import { type Connection, decodeCursor, pageSize, toConnection } from '../../runtime/page.ts';
import type { Context } from './context.ts';
import { emailKeyOf } from './email-address.ts';
import type { QueryUsersArgs } from './resolvers.generated.ts';
import { notDeleted, User } from './user.ts';

/** The name of the list's order in its cursors. */
const order = 'newest user';

/** All accounts, newest first: ids sort by the time of registration. */
export async function users(args: Partial<QueryUsersArgs>, { em }: Context): Promise<Connection<User>> {
  const size = pageSize(args.first);
  const matching: FilterQuery<User> = args.query
    ? { $and: [notDeleted, beginsWith(args.query)] }
    : notDeleted;
  const before =
    args.after == null ? {} : { id: { $lt: String(decodeCursor(order, ['string'], args.after)[0]) } };
  const rows = await em.find(
    User,
    { $and: [matching, before] },
    { orderBy: { id: 'desc' }, limit: size + 1 },
  );
  const page = { size, order, after: args.after != null };
  return toConnection(
    rows,
    page,
    user => [user.id],
    () => em.count(User, matching),
  );
}

/** Name or e-mail address begins with a text, in which % and _ and \ stand for themselves. */
function beginsWith(text: string): FilterQuery<User> {
  const like = (prefix: string) => ({ $like: `${prefix.replace(/[\\%_]/g, '\\$&')}%` });
  return { $or: [{ name: like(text.normalize('NFC')) }, { emailKey: like(emailKeyOf(text)) }] };
}
