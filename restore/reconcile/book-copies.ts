import type { EntityManager } from '@mikro-orm/mysql';
import type { ReservedLine } from '../../subgraphs/catalog/stock-reservation.ts';

/** Copies of a line are for sale again. */
export const returnCopies = (tx: EntityManager, { bookId, quantity }: ReservedLine): Promise<unknown> =>
  tx.execute('UPDATE book SET stock = stock + ? WHERE id = ?', [quantity, bookId]);

/**
 * Takes the copies of a line. They were there when they were sold: where fewer are now, because the seller put more in
 * after catalog's point in time, these count as put in.
 */
export const takeCopies = (tx: EntityManager, { bookId, quantity }: ReservedLine): Promise<unknown> =>
  tx.execute(
    `UPDATE book SET stock_put_in = stock_put_in + GREATEST(? - stock, 0), stock = GREATEST(stock - ?, 0)
     WHERE id = ?`,
    [quantity, quantity, bookId],
  );

/**
 * A book that was published and sold after catalog's point in time comes back as far as the purchase knows it: removed
 * from sale, so that it can be looked at and shipped.
 */
export const addMissingBook = (
  tx: EntityManager,
  { bookId, title, unitPrice }: ReservedLine,
  sellerId: string | null,
): Promise<unknown> =>
  tx.execute(
    `INSERT IGNORE INTO book (id, seller_id, title, authors, subjects, book_condition, price, stock, stock_put_in, status,
       version, created_at, updated_at, title_key, title_terms, author_terms, search_terms)
     VALUES (?, ?, ?, '[]', '[]', 'GOOD', ?, 0, 0, 'REMOVED', 1, NOW(3), NOW(3), '', '', '', '')`,
    [bookId, sellerId, title, unitPrice],
  );
