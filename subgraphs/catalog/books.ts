import { type BookPage, bookPage } from './book-connection.ts';
import { filterConditions } from './book-filter.ts';
import { orderOf } from './book-order.ts';
import { isPublished } from './book-rows.ts';
import type { Context } from './context.ts';
import { parseQuery } from './parse-query.ts';
import type { QueryBooksArgs } from './resolvers.generated.ts';
import { searchConditions } from './search-condition.ts';
import { subjectConditions } from './subject-condition.ts';

/** Published books: those that answer the query and pass the filter, in the order asked for. */
export async function books(args: QueryBooksArgs, context: Context): Promise<BookPage> {
  const query = parseQuery(args.query);
  const filter = args.filter ?? {};
  const where = [
    isPublished,
    ...searchConditions(query, filter.author),
    ...filterConditions(filter, context.currency),
  ];
  const { whole, page } = await subjectConditions(context, filter.subjects);
  return bookPage(
    context,
    {
      where: [...where, ...whole],
      pageWhere: [...where, ...page],
      order: orderOf(args.sort ?? 'RELEVANCE', query),
    },
    args,
  );
}
