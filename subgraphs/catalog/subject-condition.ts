import { isOneOf, join, type Sql, sql } from '../../runtime/sql.ts';
import { oneOf } from './book-filter.ts';
import type { Context } from './context.ts';
import { foldToKey } from './fold-text.ts';
import { countColumns } from './select-loader.ts';

/** As many books of some subjects are sorted for a page without harm. */
const few = 2_000;

/** The condition that a published book has one of some subjects, in two forms that hold for the same books. */
export interface SubjectConditions {
  /** For counting: goes through all books of the subjects. */
  whole: Sql[];
  /** For a page: where there are many, goes through the books in their order and stops at the end of the page. */
  page: Sql[];
}

/** What a filter's subjects ask for, upper and lower case and accents aside. */
export async function subjectConditions(
  { countRows }: Context,
  subjects: readonly string[] | null | undefined,
): Promise<SubjectConditions> {
  const [ofSubject] = oneOf('subjects', subjects, keys => isOneOf('s.subject_key', keys), foldToKey);
  if (!ofSubject) return { whole: [], page: [] };
  const published = join([sql("FROM book_subject s WHERE s.status = 'PUBLISHED' AND"), ofSubject], ' ');
  const among = join([sql('b.id IN (SELECT s.book_id'), published, sql(')')], ' ');
  const [found] = await countRows.load({
    columns: countColumns("''", 'COUNT(*)'),
    rest: join([sql('FROM (SELECT 1'), published, sql('LIMIT ?) f', few)], ' '),
  });
  if (!found || found.amount < few) return { whole: [among], page: [among] };
  // The LIMIT keeps the optimizer from turning it into the other form.
  const has = join(
    [sql('(SELECT 1 FROM book_subject s WHERE s.book_id = b.id AND'), ofSubject, sql('LIMIT 1) = 1')],
    ' ',
  );
  return { whole: [among], page: [has] };
}
