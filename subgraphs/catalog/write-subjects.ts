import type { EntityManager } from '@mikro-orm/mysql';
import type { Book } from './book.ts';
import { foldToKey } from './fold-text.ts';

/** Writes a new book's subjects to where they are filtered by and counted. */
export async function writeSubjects(tx: EntityManager, { id, subjects, status }: Book): Promise<void> {
  if (subjects.length === 0) return;
  const rows = subjects.map(() => '(?, ?, ?, ?)').join(', ');
  const values = subjects.flatMap(subject => [id, foldToKey(subject), subject, status]);
  const insert = `INSERT INTO book_subject (book_id, subject_key, subject, status) VALUES ${rows}`;
  await tx.execute(insert, values, 'run');
}

/** Writes a book's subjects anew, after they or its status changed. */
export async function rewriteSubjects(tx: EntityManager, book: Book): Promise<void> {
  await tx.execute('DELETE FROM book_subject WHERE book_id = ?', [book.id], 'run');
  await writeSubjects(tx, book);
}
