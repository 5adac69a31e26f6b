import { sql } from '../../runtime/sql.ts';
import type { ShownBook } from './book.ts';
import { type BookPage, bookPage, type PageArguments } from './book-connection.ts';
import { cheapest } from './book-order.ts';
import { isPublished } from './book-rows.ts';
import type { Context } from './context.ts';

/** Published offers of the same ISBN, this one left out, cheapest first; none without an ISBN. */
export async function otherOffers(book: ShownBook, page: PageArguments, context: Context): Promise<BookPage> {
  const same = book.isbn ? sql('b.isbn = ? AND b.id <> ?', book.isbn, book.id) : sql('FALSE');
  return bookPage(context, { where: [same, isPublished], order: cheapest }, page);
}
