import type { EntityManager } from '@mikro-orm/mysql';
import type { Book } from './book.ts';
import { foldToKey } from './fold-text.ts';

/** Writes new books' subjects to where they are filtered by and counted. */
export async function writeSubjects(tx: EntityManager, books: readonly Book[]): Promise<void> {
  const rows = books.flatMap(({ id, subjects, status }) =>
    subjects.map(subject => [id, foldToKey(subject), subject, status]),
  );
  if (rows.length === 0) return;
  const places = rows.map(() => '(?, ?, ?, ?)').join(', ');
  const insert = `INSERT INTO book_subject (book_id, subject_key, subject, status) VALUES ${places}`;
  await tx.execute(insert, rows.flat(), 'run');
}

/** Writes a book's subjects anew, after they or its status changed. */
export async function rewriteSubjects(tx: EntityManager, book: Book): Promise<void> {
  await tx.execute('DELETE FROM book_subject WHERE book_id = ?', [book.id], 'run');
  await writeSubjects(tx, [book]);
}
