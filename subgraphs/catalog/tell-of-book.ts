import type { EntityManager } from '@mikro-orm/mysql';
import { putFirstInOutbox, putInOutbox } from '../../runtime/events/put-in-outbox.ts';
import { type NewEvent, newEvent } from '../../schema/events.ts';
import type { Book } from './book.ts';

const eventOf = (
  type: 'BookPublished' | 'BookChanged' | 'BookRemoved',
  { id, sellerId, title, price, stock, status, version }: Book,
): NewEvent => newEvent(type, id, { bookId: id, sellerId, title, price, stock, status, version });

/** Tells others of a book whose row the transaction has locked. */
export const tellOfBook = (
  tx: EntityManager,
  type: 'BookChanged' | 'BookRemoved',
  book: Book,
): Promise<void> => putInOutbox(tx, eventOf(type, book));

/** Tells others of books that the transaction has made. */
export const tellOfNewBooks = (tx: EntityManager, books: readonly Book[]): Promise<void> =>
  putFirstInOutbox(
    tx,
    books.map(book => eventOf('BookPublished', book)),
  );
