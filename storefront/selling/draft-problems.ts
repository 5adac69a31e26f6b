import { isbnDigits } from '../../subgraphs/catalog/isbn.ts';
import { toLanguageTag } from '../../subgraphs/catalog/language-tag.ts';
import { type BookDraft, type BookField, decimalOf, partsOf } from './book-draft.ts';

/** What can be seen to be wrong with a field before the store is asked: it is empty, or not of its kind. */
export type DraftProblem = 'missing' | 'isbnLength' | 'isbnCheck' | 'price' | 'stock' | 'year' | 'language';

const isWhole = (text: string): boolean => /^-?\d{1,9}$/.test(text.trim());

function isbnProblem(isbn: string): DraftProblem | undefined {
  if (isbn.trim() === '' || isbnDigits(isbn) !== undefined) return undefined;
  const { length } = isbn.replace(/[^\dX]/gi, '');
  return length === 10 || length === 13 ? 'isbnCheck' : 'isbnLength';
}

/** What is wrong with a draft, by field; the store may find more. */
export function draftProblems(draft: BookDraft): Map<BookField, DraftProblem> {
  const isPrice = /^\d{1,7}(\.\d+)?$/.test(decimalOf(draft.price)) && Number(decimalOf(draft.price)) > 0;
  const isStock = isWhole(draft.stock) && Number(draft.stock) >= 0;
  const year = draft.publishedYear.trim();
  const language = draft.language.trim();
  const found: [BookField, DraftProblem | false | undefined][] = [
    ['title', draft.title.trim() === '' && 'missing'],
    ['authors', partsOf(draft.authors).length === 0 && 'missing'],
    ['isbn', isbnProblem(draft.isbn)],
    ['price', draft.price.trim() === '' ? 'missing' : !isPrice && 'price'],
    ['stock', !isStock && 'stock'],
    ['publishedYear', year !== '' && !isWhole(year) && 'year'],
    ['language', language !== '' && toLanguageTag(language) === undefined && 'language'],
  ];
  return new Map(found.flatMap(([field, problem]) => (problem ? [[field, problem] as const] : [])));
}
