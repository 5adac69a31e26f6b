import { isId } from '../../runtime/ids.ts';
import { and, isOneOf, join, type Sql, sql } from '../../runtime/sql.ts';
import type { Viewer } from '../../runtime/viewer.ts';
import type { ShownBook } from './book.ts';
import { type BookRow, bookColumns, RowBook } from './book-rows.ts';

type Execute<Row> = (statement: Sql) => Promise<Row[]>;

/** The books with these ids, whoever may see them, by one statement. */
export async function loadBooks(execute: Execute<BookRow>, ids: string[]): Promise<ShownBook[]> {
  const possible = ids.filter(isId);
  if (possible.length === 0) return [];
  const rows = await execute(
    join([sql('SELECT'), bookColumns, sql('FROM book b WHERE'), isOneOf('b.id', possible)], ' '),
  );
  return rows.map(row => new RowBook(row));
}

/** Those of these books that the viewer has reserved or bought, be it given back since. */
export async function loadBoughtBooks(
  execute: Execute<{ book_id: string }>,
  viewer: Viewer,
  ids: string[],
): Promise<string[]> {
  const bought = and([sql("l.buyer_id = ? AND r.status <> 'REFUSED'", viewer.id), isOneOf('l.book_id', ids)]);
  const from = sql(
    'SELECT DISTINCT l.book_id FROM stock_reservation_line l JOIN stock_reservation r ON r.purchase_id = l.purchase_id WHERE',
  );
  return (await execute(join([from, bought], ' '))).map(row => row.book_id);
}
