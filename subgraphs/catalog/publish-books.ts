import type { EntityManager } from '@mikro-orm/mysql';
import { badUserInput } from '../../runtime/errors.ts';
import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import { Book } from './book.ts';
import { claimKeys } from './claim-keys.ts';
import type { Context } from './context.ts';
import { insertBooks } from './insert-books.ts';
import { limitPublications } from './limit-publications.ts';
import { keyReused, type NewBook, readNewBook } from './new-book.ts';
import { type BookOutcome, done, refused } from './outcome.ts';
import type { PublishBookInput, PublishBooksInput } from './resolvers.generated.ts';

const mostBooks = 50;

/** Offers several books at once; what is wrong with one keeps no other from being offered. */
export async function publishBooks({ books }: PublishBooksInput, context: Context) {
  if (books.length < 1 || books.length > mostBooks)
    throw badUserInput(`books must be 1 to ${mostBooks}: send the others by another request.`);
  return { results: await publish(books, context), userErrors: [] };
}

/**
 * Offers books, all of those that can be by one transaction; the outcomes are in the order of the input. RATE_LIMITED where their
 * seller publishes too many an hour.
 */
export async function publish(inputs: readonly PublishBookInput[], context: Context): Promise<BookOutcome[]> {
  const seller = viewerOf(context);
  const books = inputs.map(input => readNewBook(input, context.currency));
  const sound = books.filter(({ errors }) => errors.length === 0);
  const work = (tx: EntityManager) => publishSound(tx, seller.id, sound);
  if (sound.length > 0) await limitPublications(context, seller.id, sound.length);
  const outcomes = sound.length > 0 ? await transaction(context.em, work) : undefined;
  return books.map(book => outcomes?.get(book.id) ?? refused(...book.errors));
}

/** Offers books with which nothing is wrong; what became of each, by the id that it has or would have had. */
async function publishSound(
  tx: EntityManager,
  sellerId: string,
  books: readonly NewBook[],
): Promise<Map<string, BookOutcome>> {
  const keyed = await claimKeys(tx, sellerId, books);
  const before = (book: NewBook) => {
    const first = book.keyHash === null ? undefined : keyed.get(book.keyHash);
    return first?.bookId === book.id ? undefined : first;
  };
  const published = await insertBooks(
    tx,
    sellerId,
    books.filter(book => !before(book)),
  );
  const again = books.flatMap(book => before(book)?.bookId ?? []);
  const known = again.length > 0 ? await tx.find(Book, { id: { $in: again } }) : [];
  const byId = new Map([...published, ...known].map(book => [book.id, book]));
  return new Map(
    books.map(book => {
      const first = before(book);
      if (first && first.requestHash !== book.requestHash) return [book.id, refused(keyReused())];
      const found = byId.get(first?.bookId ?? book.id);
      if (!found) throw new Error(`The book of a publication key is gone: ${first?.bookId}.`);
      return [book.id, done(found)];
    }),
  );
}
