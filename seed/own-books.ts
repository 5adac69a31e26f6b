import { ownBooksPage } from './book-operations.ts';
import { offerKey } from './offer.ts';
import type { Caller } from './sign-in.ts';
import type { Store } from './store-client.ts';

/** The ids of a seller's books by offerKey: as many as there are copies of the same offer. */
export type OwnBooks = Map<string, string[]>;

/** Reads all of the caller's books, whatever their status, leaving out those whose id is in `known`. */
export async function readOwnBooks(
  store: Store,
  caller: Caller,
  known: ReadonlySet<string>,
): Promise<OwnBooks> {
  const found: OwnBooks = new Map();
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof ownBooksPage>> = await caller.withToken(accessToken =>
      ownBooksPage(store, accessToken, after),
    );
    for (const book of page.books) {
      if (known.has(book.id)) continue;
      const key = offerKey(book);
      found.set(key, [...(found.get(key) ?? []), book.id]);
    }
    after = page.next;
  } while (after !== null);
  return found;
}
