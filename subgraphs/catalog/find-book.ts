import { isVisibleTo, type ShownBook } from './book.ts';
import type { Context } from './context.ts';

/** The book with that id, where the viewer may see it by itself: published, or the viewer's own; administrators see all. */
export async function findBook(id: string, { books, caller }: Context): Promise<ShownBook | null> {
  const book = await books.load(id);
  return book && isVisibleTo(book, caller.viewer) ? book : null;
}

/** The book that another entity names, where the viewer may see it there: as by itself, and what the viewer bought. */
export async function findNamedBook(
  id: string,
  { books, boughtBooks, caller }: Context,
): Promise<ShownBook | null> {
  const book = await books.load(id);
  if (!book || isVisibleTo(book, caller.viewer)) return book;
  return caller.viewer && (await boughtBooks.load(id)) ? book : null;
}
