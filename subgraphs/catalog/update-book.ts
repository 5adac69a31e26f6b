import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import { applyChanges } from './apply-changes.ts';
import { readChanges } from './book-changes.ts';
import type { Context } from './context.ts';
import { lockOwnBook } from './lock-book.ts';
import { type BookOutcome, done, refused } from './outcome.ts';
import type { UpdateBookInput } from './resolvers.generated.ts';
import { bookNotFound, userError } from './user-error.ts';

/** Changes a book of the caller's, or anyone's for administrators; a removed one and a stale version change nothing. */
export async function updateBook(input: UpdateBookInput, context: Context): Promise<BookOutcome> {
  const viewer = viewerOf(context);
  const { changes, errors } = readChanges(input, context.currency);
  return transaction(context.em, async tx => {
    const book = await lockOwnBook(tx, input.bookId, viewer);
    if (!book) return refused(bookNotFound());
    if (book.status === 'REMOVED')
      return refused(userError('STATUS_INVALID', 'A removed book changes no more.', ['status']));
    if (typeof input.version === 'number' && input.version !== book.version) {
      const message = `The book is at version ${book.version} by now: read it again before you change it.`;
      return refused(userError('STALE_VERSION', message, ['version']));
    }
    if (errors.length > 0) return refused(...errors);
    await applyChanges(tx, book, changes);
    return done(book);
  });
}
