import type { Context } from './context.ts';
import { type BookOutcome, refused } from './outcome.ts';
import { publish } from './publish-books.ts';
import type { PublishBookInput } from './resolvers.generated.ts';

/** Offers a book; the caller becomes its seller. All that is wrong with it is told at once. */
export async function publishBook(input: PublishBookInput, context: Context): Promise<BookOutcome> {
  const [outcome = refused()] = await publish([input], context);
  return outcome;
}
