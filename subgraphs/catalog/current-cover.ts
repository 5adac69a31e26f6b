import type { EntityManager } from '@mikro-orm/mysql';
import type { Book } from './book.ts';
import { type Cover, coversOf } from './cover-loader.ts';
import type { CatalogUserError } from './resolvers.generated.ts';
import { bookNotFound, userError } from './user-error.ts';

/** The cover that a book has at this moment, where it was uploaded. */
export async function currentCover(em: EntityManager, bookId: string): Promise<Cover | null> {
  const { text, values } = coversOf([bookId]);
  const [cover] = await em.execute<Cover[]>(text, [...values]);
  return cover ?? null;
}

/** The book, whose row is locked, has no uploaded cover any more; whether it had one. */
export async function giveUpCover(tx: EntityManager, bookId: string): Promise<boolean> {
  const giveUp = 'UPDATE cover SET used_for = NULL, changed_at = NOW(3) WHERE used_for = ?';
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(giveUp, [bookId], 'run');
  return affectedRows > 0;
}

/** The book, where it may be given another cover; else why not. */
export function forCover(book: Book | null): { book: Book } | { refusal: CatalogUserError } {
  if (!book) return { refusal: bookNotFound() };
  if (book.status === 'REMOVED')
    return { refusal: userError('STATUS_INVALID', 'A removed book changes no more.', ['bookId']) };
  return { book };
}
