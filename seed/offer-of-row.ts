import type { Offer } from './offer.ts';
import type { RandomCopy } from './random-copy.ts';

const year = /^-?\d{1,4}$/;

// What a decoder of UTF-8 puts where the bytes are of another encoding.
const undecodable = '\uFFFD';

/**
 * The offer that a row of a CSV file makes, by its columns (trimmed); or, as a text, why it makes none. What the
 * store itself checks (lengths, the ISBN's check digit, the language tag) is left to the store.
 */
export function offerOfRow(
  columns: ReadonlyMap<string, string>,
  { condition, cents, stock }: RandomCopy,
): Offer | string {
  const textOf = (name: string) => columns.get(name) || null;
  const title = textOf('title');
  const authors = (textOf('authors') ?? '').split(';').flatMap(name => name.trim() || []);
  const publishedYear = textOf('published_year');
  if (title === null) return 'it has no title';
  if (authors.length === 0) return 'it has no author';
  if (`${title}${authors.join('')}`.includes(undecodable)) return 'it is not UTF-8';
  if (publishedYear !== null && !year.test(publishedYear)) {
    return `its published_year is no whole number of four digits at most: ${publishedYear}`;
  }
  return {
    title,
    authors,
    isbn: textOf('isbn13'),
    description: null,
    language: textOf('language'),
    publisher: null,
    publishedYear: publishedYear === null ? null : Number(publishedYear),
    subjects: [],
    conditionNote: null,
    condition,
    price: (cents / 100).toFixed(2),
    stock,
  };
}
