import type { EntityManager } from '@mikro-orm/mysql';
import { transaction } from '../../../runtime/transaction.ts';

/** Forgets a book that was taken down and that nobody has ever reserved, in what others were told of it too. */
export const forgetBook = (em: EntityManager, bookId: string): Promise<void> =>
  transaction(em, async tx => {
    await tx.execute('SELECT id FROM book WHERE id = ? FOR UPDATE', [bookId]);
    const reserved = await tx.execute<unknown[]>(
      'SELECT 1 FROM stock_reservation_line WHERE book_id = ? LIMIT 1',
      [bookId],
    );
    if (reserved.length > 0) return;
    await tx.execute("DELETE FROM book WHERE id = ? AND status = 'REMOVED'", [bookId], 'run');
    await tx.execute(
      "UPDATE outbox_event SET body = JSON_SET(body, '$.title', '') WHERE stream = 'book' AND subject = ?",
      [bookId],
      'run',
    );
  });
