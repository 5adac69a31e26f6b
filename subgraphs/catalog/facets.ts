import { isPublished } from './book-rows.ts';
import type { Context } from './context.ts';
import type { FacetValue } from './resolvers.generated.ts';
import type { Select } from './select-loader.ts';
import { and, join, type Sql, sql } from './sql.ts';

export const facetNames = ['conditions', 'languages', 'subjects'] as const;
export type FacetName = (typeof facetNames)[number];
export type Facets = Record<FacetName, FacetValue[]>;

/** Values of a facet at most. */
const maxValues = 50;

const from = (tables: string, where: readonly Sql[], rest: string): Sql =>
  join([sql(`FROM ${tables} WHERE`), and(where), sql(`${rest} LIMIT ${maxValues}`)], ' ');

/** The most frequent first; the value decides between equals, so that the same result reads the same. */
const byFrequency = 'ORDER BY amount DESC, value';

/** How each facet is counted over the books of a result. */
const selects: Record<FacetName, (where: readonly Sql[]) => Select> = {
  // An ENUM counts from 1 in the order of the column's definition: best first. MIN keeps MySQL from reading the
  // table in that order.
  conditions: where => ({
    columns: sql('b.book_condition AS value, COUNT(*) AS amount'),
    rest: from('book b', where, 'GROUP BY b.book_condition ORDER BY MIN(b.book_condition + 0)'),
  }),
  languages: where => ({
    columns: sql('b.language AS value, COUNT(*) AS amount'),
    rest: from('book b', [...where, sql('b.language IS NOT NULL')], `GROUP BY b.language ${byFrequency}`),
  }),
  // Sellers write one subject in several ways ("Poetry", "poetry"): that of the first of the books stands for all.
  subjects: where => {
    const isWhole = where.length === 1 && where[0] === isPublished;
    const byKey = `GROUP BY s.subject_key ${byFrequency}`;
    const counted = isWhole
      ? from('book_subject s', [sql("s.status = 'PUBLISHED'")], byKey)
      : from('book b JOIN book_subject s ON s.book_id = b.id', where, byKey);
    return {
      columns: sql('x.subject AS value, f.amount'),
      rest: join(
        [
          sql('FROM (SELECT s.subject_key AS value, COUNT(*) AS amount, MIN(s.book_id) AS first_book'),
          counted,
          sql(') f JOIN book_subject x ON x.book_id = f.first_book AND x.subject_key = f.value'),
          sql(`ORDER BY f.amount DESC, f.value LIMIT ${maxValues}`),
        ],
        ' ',
      ),
    };
  },
};

/** Counts the facets of these names over all books for which the conditions hold; the others stay empty. */
export async function loadFacets(
  { counts }: Context,
  where: readonly Sql[],
  names: ReadonlySet<FacetName>,
): Promise<Facets> {
  const count = async (name: FacetName): Promise<FacetValue[]> => {
    const rows = names.has(name) ? await counts.load(selects[name](where)) : [];
    return rows.map(({ value, amount }) => ({ value, count: amount }));
  };
  const [conditions, languages, subjects] = await Promise.all([
    count('conditions'),
    count('languages'),
    count('subjects'),
  ]);
  return { conditions, languages, subjects };
}
