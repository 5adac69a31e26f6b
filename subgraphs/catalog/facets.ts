import type DataLoader from 'dataloader';
import { and, join, type Sql, sql } from '../../runtime/sql.ts';
import { isPublished } from './book-rows.ts';
import type { Context } from './context.ts';
import type { BookCondition, FacetValue } from './resolvers.generated.ts';
import { type Count, countColumns, type Select } from './select-loader.ts';

export const facetNames = ['conditions', 'languages', 'subjects'] as const;
export type FacetName = (typeof facetNames)[number];
export type Facets = Record<FacetName, FacetValue[]>;

/** What is counted of a result: all its books, or those that have each value of a facet. */
export type Counted = 'total' | FacetName;
export type Counts = Partial<Record<Counted, FacetValue[]>>;

/** Values of a facet at most. */
export const maxValues = 50;

/** The grades, best first. */
export const grades = Object.keys({
  NEW: 0,
  AS_NEW: 0,
  FINE: 0,
  VERY_GOOD: 0,
  GOOD: 0,
  FAIR: 0,
  POOR: 0,
} satisfies Record<BookCondition, 0>);

const from = (tables: string, where: readonly Sql[], rest: string, limit = maxValues): Sql =>
  join([sql(`FROM ${tables} WHERE`), and(where), sql(`${rest} LIMIT ${limit}`)], ' ');

/** The most frequent first; the value decides between equals, so that the same result reads the same. */
const byFrequency = 'ORDER BY amount DESC, value';

const ofValues = (rows: readonly Count[]): FacetValue[] =>
  rows.flatMap(({ value, amount }) => (value === null ? [] : { value, count: amount }));

/** How each is counted over the books of a result, alone. */
const selects: Record<Counted, (where: readonly Sql[]) => Select> = {
  total: where => ({ columns: countColumns("''", 'COUNT(*)'), rest: from('book b', where, '') }),
  // An ENUM counts from 1 in the order of the column's definition: best first. MIN keeps MySQL from reading the
  // table in that order.
  conditions: where => ({
    columns: countColumns('b.book_condition', 'COUNT(*)'),
    rest: from('book b', where, 'GROUP BY b.book_condition ORDER BY MIN(b.book_condition + 0)'),
  }),
  languages: where => ({
    columns: countColumns('b.language', 'COUNT(*)'),
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
      columns: countColumns('x.subject', 'f.amount'),
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

/** Books, conditions and languages together: a search goes once through what it finds. */
const tallied: readonly Counted[] = ['total', 'conditions', 'languages'];
const perGrade = grades.map(grade => `SUM(SUM(b.book_condition = '${grade}')) OVER ()`).join(', ');

const selectTally = (where: readonly Sql[]): Select => ({
  // What is summed OVER all languages is so before the LIMIT.
  columns: countColumns('b.language', 'COUNT(*)', `CONCAT_WS(' ', ${perGrade})`),
  // One more than are shown, for the books without a language.
  rest: from('book b', where, `GROUP BY b.language ${byFrequency}`, maxValues + 1),
});

function readTally(rows: readonly Count[]): Counts {
  const amounts = rows[0]?.grades?.split(' ').map(Number) ?? [];
  const conditions = grades.map((value, place) => ({ value, count: amounts[place] ?? 0 }));
  return {
    total: [{ value: '', count: amounts.reduce((sum, amount) => sum + amount, 0) }],
    conditions: conditions.filter(({ count }) => count > 0),
    languages: ofValues(rows).slice(0, maxValues),
  };
}

/** Counts all this over the books for which the conditions hold. */
export async function countsOf(
  rows: DataLoader<Select, Count[]>,
  where: readonly Sql[],
  counted: ReadonlySet<Counted>,
): Promise<Counts> {
  const together = tallied.filter(name => counted.has(name));
  const alone = together.length > 1 ? [...counted].filter(name => !tallied.includes(name)) : [...counted];
  const [tally, ...others] = await Promise.all([
    together.length > 1 ? rows.load(selectTally(where)).then(readTally) : {},
    ...alone.map(async name => [name, ofValues(await rows.load(selects[name](where)))] as const),
  ]);
  return { ...tally, ...Object.fromEntries(others) };
}

/** Counts the facets of these names over all books for which the conditions hold; the others stay empty. */
export async function loadFacets(
  { counts }: Context,
  where: readonly Sql[],
  names: ReadonlySet<FacetName>,
): Promise<Facets> {
  const count = async (counted: FacetName): Promise<FacetValue[]> =>
    names.has(counted) ? counts.load({ where, counted }) : [];
  const [conditions, languages, subjects] = await Promise.all([
    count('conditions'),
    count('languages'),
    count('subjects'),
  ]);
  return { conditions, languages, subjects };
}
