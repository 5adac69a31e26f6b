import type { ShownBook } from './book.ts';
import type { CatalogUserError } from './resolvers.generated.ts';

/** What a verb of sellers answers: the book as it is now, or why nothing changed. */
export interface BookOutcome {
  book: ShownBook | null;
  userErrors: CatalogUserError[];
}

export const done = (book: ShownBook): BookOutcome => ({ book, userErrors: [] });

export const refused = (...userErrors: CatalogUserError[]): BookOutcome => ({ book: null, userErrors });
