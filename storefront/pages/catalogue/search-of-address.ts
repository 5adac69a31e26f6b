import { conditions } from '../../components/conditions.ts';
import type { BookCondition, BookFilter, BookSort } from '../../graphql/schema-types.generated.ts';
import { CatalogueCountsDocument, CatalogueDocument } from './catalogue.generated.ts';

/** The orders that the reader can choose. */
export const sorts: readonly BookSort[] = ['RELEVANCE', 'NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'TITLE'];

/** Books of a page of the catalogue. */
const pageSize = 24;

const amount = /^\d{1,7}(\.\d{1,2})?$/;
const isCondition = (value: string): value is BookCondition => conditions.some(each => each === value);

/** The sort that an address names; the best match first, or the newest, by default. */
export const sortOf = (search: URLSearchParams): BookSort =>
  sorts.find(each => each === search.get('sort')) ?? 'RELEVANCE';

/** The words that an address searches for; null where it lists all. */
export const wordsOf = (search: URLSearchParams): string | null => search.get('q')?.trim() || null;

/** How an address narrows the catalogue; what is no such value narrows nothing. */
export function filterOf(search: URLSearchParams): BookFilter {
  const priceOf = (name: string) => {
    const value = search.get(name)?.replace(',', '.') ?? '';
    return amount.test(value) ? value : null;
  };
  return {
    conditions: search.getAll('condition').filter(isCondition),
    languages: search.getAll('language').slice(0, 20),
    subjects: search.getAll('subject').slice(0, 20),
    priceMin: priceOf('priceMin'),
    priceMax: priceOf('priceMax'),
    inStock: search.get('inStock') === 'true' ? true : null,
  };
}

/** The query for one page of the catalogue, after a cursor. */
export const catalogueQuery = (search: URLSearchParams, after: string | null) => ({
  query: CatalogueDocument,
  variables: {
    query: wordsOf(search),
    filter: filterOf(search),
    sort: sortOf(search),
    first: pageSize,
    after,
  },
});

/** The query for how many books there are, and how many there would be with each value of a filter. */
export function countsQuery(search: URLSearchParams) {
  const filter = filterOf(search);
  return {
    query: CatalogueCountsDocument,
    variables: {
      query: wordsOf(search),
      filter,
      anyCondition: { ...filter, conditions: [] },
      anyLanguage: { ...filter, languages: [] },
      anySubject: { ...filter, subjects: [] },
    },
  };
}
