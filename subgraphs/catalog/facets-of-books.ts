import type { ShownBook } from './book.ts';
import { type FacetName, type Facets, grades, maxValues } from './facets.ts';
import { foldToKey } from './fold-text.ts';
import type { FacetValue } from './resolvers.generated.ts';

/** How often each of the values stands among them. */
function tallyOf(values: readonly string[]): FacetValue[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Array.from(counts, ([value, count]) => ({ value, count }));
}

/** By their bytes in UTF-8, as the database's binary collations compare texts. */
const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

const byFrequency = (tally: readonly FacetValue[]): FacetValue[] =>
  tally
    .toSorted((one, other) => other.count - one.count || byBytes(one.value, other.value))
    .slice(0, maxValues);

/** Subjects that are written in several ways are one, which is written as by the book with the first id. */
function subjectsOf(books: readonly Pick<ShownBook, 'id' | 'subjects'>[]): FacetValue[] {
  const written = new Map<string, string>();
  const keys = new Map<string, string>();
  const keyOf = (subject: string): string => {
    const key = keys.get(subject) ?? foldToKey(subject);
    keys.set(subject, key);
    if (!written.has(key)) written.set(key, subject);
    return key;
  };
  const firstOnes = books.toSorted((one, other) => byBytes(one.id, other.id));
  const tally = tallyOf(firstOnes.flatMap(({ subjects }) => subjects.map(keyOf)));
  return byFrequency(tally).map(({ value, count }) => ({ value: written.get(value) ?? value, count }));
}

/**
 * The facets of a result of which these are all the books, as loadFacets tells them; those that are not named stay empty. Most
 * searches find no more than a page shows: they need not have the full-text index gone through once more.
 */
export function facetsOfBooks(
  books: readonly Pick<ShownBook, 'id' | 'condition' | 'language' | 'subjects'>[],
  names: ReadonlySet<FacetName>,
): Facets {
  const conditions = () =>
    tallyOf(books.map(({ condition }) => condition)).toSorted(
      (one, other) => grades.indexOf(one.value) - grades.indexOf(other.value),
    );
  const languages = () =>
    byFrequency(tallyOf(books.flatMap(({ language }) => (language === null ? [] : [language]))));
  return {
    conditions: names.has('conditions') ? conditions() : [],
    languages: names.has('languages') ? languages() : [],
    subjects: names.has('subjects') ? subjectsOf(books) : [],
  };
}
