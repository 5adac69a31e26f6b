import type { EntityManager } from '@mikro-orm/mysql';
import { databaseTime } from '../../runtime/database-time.ts';
import { Book } from './book.ts';
import type { NewBook } from './new-book.ts';
import { searchColumns } from './search-columns.ts';
import { tellOfNewBooks } from './tell-of-book.ts';
import { writeSubjects } from './write-subjects.ts';

/** Writes new books of a seller with what they are found by, and tells others; the statements are as many for one book as for fifty. */
export async function insertBooks(
  tx: EntityManager,
  sellerId: string,
  books: readonly NewBook[],
): Promise<Book[]> {
  if (books.length === 0) return [];
  const now = await databaseTime(tx);
  const published = books.map(({ id, offer }) =>
    tx.create(Book, {
      ...offer,
      ...searchColumns(offer),
      id,
      sellerId,
      stockPutIn: offer.stock,
      status: 'PUBLISHED',
      version: 1,
      createdAt: now,
      updatedAt: now,
    }),
  );
  await tx.persist(published).flush();
  await writeSubjects(tx, published);
  await tellOfNewBooks(tx, published);
  return published;
}
