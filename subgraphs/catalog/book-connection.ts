import { type Connection, type Cursor, pageSize, toConnection } from '../../runtime/page.ts';
import { and, join, type Sql, sql } from '../../runtime/sql.ts';
import type { ShownBook } from './book.ts';
import { type BookOrder, comesAfter, orderBy } from './book-order.ts';
import { type BookRow, bookColumns, RowBook } from './book-rows.ts';
import type { Context } from './context.ts';
import { type FacetName, type Facets, loadFacets } from './facets.ts';
import { facetsOfBooks } from './facets-of-books.ts';

/** A page of books, with what is told of the whole result when it is asked for. */
export interface BookPage extends Connection<ShownBook> {
  /** Counts the facets of these names over the whole result; the others stay empty. */
  facets: (names: ReadonlySet<FacetName>) => Promise<Facets>;
}

/** Which books a list holds, all conditions together, on `book b`; and in which order. */
export interface BookList {
  where: readonly Sql[];
  /** The same conditions in a form that suits one page, where that differs from counting all. */
  pageWhere?: readonly Sql[];
  order: BookOrder;
}

export interface PageArguments {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

const placesOf = ({ places }: BookOrder): Sql =>
  join(
    places.map(({ value }, index) => ({ ...value, text: `${value.text} AS place_${index}` })),
    ', ',
  );

const cursorOf = ({ places }: BookOrder, row: BookRow): Cursor =>
  places.map(({ type }, index) => {
    const place = row[`place_${index}`];
    return type === 'number' ? Number(place) : String(place);
  });

/** One page of a list of books. */
export async function bookPage(
  context: Context,
  { where, pageWhere = where, order }: BookList,
  { first, after }: PageArguments,
): Promise<BookPage> {
  const size = pageSize(first);
  const conditions = after ? [...pageWhere, comesAfter(order, after)] : pageWhere;
  const rows = await context.bookRows.load({
    // Each order has places of its own, by relevance as many as there is something to look for.
    kind: `${order.name} ${order.places.length}`,
    columns: join([bookColumns, placesOf(order)], ', '),
    rest: join([sql('FROM book b WHERE'), and(conditions), sql(`${orderBy(order)} LIMIT ?`, size + 1)], ' '),
  });
  const all = rows.map(row => new RowBook(row));
  const isWhole = !after && all.length <= size;
  const page = toConnection(
    all,
    { size, order: order.name, after: Boolean(after) },
    book => cursorOf(order, book.row),
    async () => (isWhole ? all.length : countBooks(context, where)),
  );
  return Object.assign(page, {
    facets: async (names: ReadonlySet<FacetName>) =>
      isWhole ? facetsOfBooks(all, names) : loadFacets(context, where, names),
  });
}

async function countBooks({ counts }: Context, where: readonly Sql[]): Promise<number> {
  const [total] = await counts.load({ where, counted: 'total' });
  return total?.count ?? 0;
}
