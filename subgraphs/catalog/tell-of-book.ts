import type { EntityManager } from '@mikro-orm/mysql';
import { putInOutbox } from '../../runtime/events/put-in-outbox.ts';
import { newEvent } from '../../schema/events.ts';
import type { Book } from './book.ts';

/** Tells others of a book that the transaction has made, or whose row it has locked. */
export function tellOfBook(
  tx: EntityManager,
  type: 'BookPublished' | 'BookChanged' | 'BookRemoved',
  { id, sellerId, title, price, stock, status, version }: Book,
): Promise<void> {
  return putInOutbox(tx, newEvent(type, id, { bookId: id, sellerId, title, price, stock, status, version }));
}
