import { setTimeout as delay } from 'node:timers/promises';
import type { PlannedChange } from '../plan/plan-books.ts';
import { operations } from './operations.ts';
import type { OfferedBook, Scene } from './scene.ts';

interface Payload {
  book: { id: string } | null;
}

/** Does one change to a book until it is answered, and writes down what the book is now, or may be. */
async function changeBook(book: OfferedBook, change: PlannedChange['change']): Promise<void> {
  const { bookId, seller } = book;
  if (change === 'remove') {
    const removed = { input: { bookId } };
    const { data, times } = await seller.client.ask<Payload>('removeBook', operations.removeBook, removed);
    return book.status.note('REMOVED', times, Boolean(data?.book));
  }
  if ('stock' in change) book.copies = undefined;
  const changed = { input: { bookId, ...change } };
  const { data, times } = await seller.client.ask<Payload>('updateBook', operations.updateBook, changed);
  const isTaken = Boolean(data?.book);
  if ('price' in change) book.price.note(change.price, times, isTaken);
  if ('status' in change) book.status.note(change.status, times, isTaken);
}

/** Has sellers do what is planned to their books, each book's changes one after the other. */
export async function changeBooks({ books }: Scene, changes: readonly PlannedChange[]): Promise<void> {
  const began = performance.now();
  await Promise.all(
    books.map(async (book, index) => {
      for (const { at, change } of changes.filter(each => each.book === index)) {
        await delay(Math.max(0, began + at - performance.now()));
        await changeBook(book, change);
      }
    }),
  );
}
