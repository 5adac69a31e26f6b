import { titleKey } from './fold-text.ts';
import { isbnForms } from './isbn.ts';
import { authorTerm, termsOf } from './search-terms.ts';

/** The columns by which a book is found and sorted; whoever writes a book's title, authors, ISBN or description writes them too. */
export interface SearchColumns {
  titleKey: string;
  /** Terms parted by blanks, one before the first and after the last, so that each can be looked for with both. */
  titleTerms: string;
  /** As titleTerms, one line an author. */
  authorTerms: string;
  /** For the full-text index: the terms of all fields, and those of authors a second time, marked. */
  searchTerms: string;
}

const line = (terms: readonly string[]) => ` ${terms.join(' ')} `;

/** Makes a book's search columns. An ISBN is found in both lengths. */
export function searchColumns(book: {
  title: string;
  authors: readonly string[];
  isbn: string | null;
  description: string | null;
}): SearchColumns {
  const title = termsOf(book.title);
  const authors = book.authors.map(termsOf);
  const others = [...(book.isbn ? isbnForms(book.isbn) : []), book.description ?? ''].flatMap(termsOf);
  const all = new Set([...title, ...authors.flat(), ...others, ...authors.flat().map(authorTerm)]);
  return {
    titleKey: titleKey(book.title),
    titleTerms: line(title),
    authorTerms: authors.map(line).join('\n'),
    searchTerms: [...all].join(' '),
  };
}
