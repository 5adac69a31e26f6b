import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import { countChange } from './apply-changes.ts';
import type { Context } from './context.ts';
import { forCover, giveUpCover } from './current-cover.ts';
import { lockOwnBook } from './lock-book.ts';
import { type BookOutcome, done, refused } from './outcome.ts';
import type { RemoveCoverInput } from './resolvers.generated.ts';

/** Takes the uploaded cover of a book of the caller's away, or anyone's for administrators; its files go days later. */
export async function removeCover({ bookId }: RemoveCoverInput, context: Context): Promise<BookOutcome> {
  const viewer = viewerOf(context);
  return transaction(context.em, async tx => {
    const found = forCover(await lockOwnBook(tx, bookId, viewer));
    if ('refusal' in found) return refused(found.refusal);
    if (await giveUpCover(tx, bookId)) await countChange(tx, found.book);
    return done(found.book);
  });
}
