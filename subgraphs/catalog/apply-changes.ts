import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/mysql';
import { databaseTime } from '../../runtime/database-time.ts';
import type { Book } from './book.ts';
import type { BookChanges } from './book-changes.ts';
import { searchColumns } from './search-columns.ts';
import { tellOfBook } from './tell-of-book.ts';
import { rewriteSubjects } from './write-subjects.ts';

const foundBy = new Set(['title', 'authors', 'isbn', 'description']);
const countedBy = new Set(['subjects', 'status']);

/**
 * Changes a book whose row is locked. Its version grows by one, unless everything is as it was. Copies that come to
 * its stock or leave it are put in or taken out.
 */
export async function applyChanges(
  tx: EntityManager,
  book: Book,
  changes: Partial<BookChanges>,
): Promise<void> {
  const before = new Map<string, unknown>(Object.entries(book));
  const changed = Object.entries(changes).filter(
    ([field, value]) => value !== undefined && !isDeepStrictEqual(value, before.get(field)),
  );
  if (changed.length === 0) return;
  book.stockPutIn += (changes.stock ?? book.stock) - book.stock;
  Object.assign(book, Object.fromEntries(changed));
  if (changed.some(([field]) => foundBy.has(field))) Object.assign(book, searchColumns(book));
  await countChange(tx, book);
  if (changed.some(([field]) => countedBy.has(field))) await rewriteSubjects(tx, book);
}

/** Writes down, and tells others, that a book whose row is locked was changed by its seller. */
export async function countChange(tx: EntityManager, book: Book): Promise<void> {
  book.version += 1;
  book.updatedAt = await databaseTime(tx);
  await tx.flush();
  await tellOfBook(tx, book.status === 'REMOVED' ? 'BookRemoved' : 'BookChanged', book);
}
