import { isId } from '../../runtime/ids.ts';
import { sql } from '../../runtime/sql.ts';
import { isUserOrAdministrator } from '../../runtime/viewer.ts';
import { type BookPage, bookPage, type PageArguments } from './book-connection.ts';
import { newest } from './book-order.ts';
import { isPublished } from './book-rows.ts';
import type { Context } from './context.ts';

/** What a user offers, newest first: published books to everyone; all of them to the user and administrators. */
export async function userBooks(sellerId: string, page: PageArguments, context: Context): Promise<BookPage> {
  const own = isId(sellerId) ? sql('b.seller_id = ?', sellerId) : sql('FALSE');
  const where = isUserOrAdministrator(context.caller.viewer, sellerId) ? [own] : [own, isPublished];
  return bookPage(context, { where, order: newest }, page);
}
