import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import { applyChanges } from './apply-changes.ts';
import type { Context } from './context.ts';
import { lockOwnBook } from './lock-book.ts';
import { type BookOutcome, done, refused } from './outcome.ts';
import type { RemoveBookInput } from './resolvers.generated.ts';
import { bookNotFound } from './user-error.ts';

/** Takes a book of the caller's down for good, or anyone's for administrators. Removing it again changes nothing. */
export async function removeBook({ bookId }: RemoveBookInput, context: Context): Promise<BookOutcome> {
  const viewer = viewerOf(context);
  return transaction(context.em, async tx => {
    const book = await lockOwnBook(tx, bookId, viewer);
    if (!book) return refused(bookNotFound());
    await applyChanges(tx, book, { status: 'REMOVED' });
    return done(book);
  });
}
