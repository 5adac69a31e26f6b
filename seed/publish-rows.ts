import { setTimeout as delay } from 'node:timers/promises';
import { publishBook } from './book-operations.ts';
import { CannotSeed } from './cannot-seed.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import type { Ledger } from './ledger.ts';
import { type Offer, offerKey } from './offer.ts';
import { type OwnBooks, readOwnBooks } from './own-books.ts';
import type { Caller } from './sign-in.ts';
import { accepted, type Store } from './store-client.ts';
import { Refused, StoreError, StoreUnreachable } from './store-errors.ts';

const atATime = 8;
/** How long to wait before the 2nd, 3rd, … attempt that follows one without a single new book, in milliseconds. */
const waits = [3_000, 3_000, 6_000, 12_000, 24_000];

/** A row of a source: what is to be published, or why it cannot be. */
export type Row = {
  /** From 1 on. */
  number: number;
  /** How much of the source has been read with it, 0 to 1. */
  share: number;
} & ({ offer: Offer } | { problem: string });

/** What became of a row. `found`: it was published by an earlier run, or by an attempt whose answer was lost. */
export type Outcome = 'published' | 'found' | { refused: string };

export interface Publication<SourceRow extends Row> {
  store: Store;
  caller: Caller;
  /** The rows from the first on; called again for each attempt. */
  rows: () => AsyncIterable<SourceRow>;
  ledger: Ledger;
  /** Told of each row once. */
  onRow: (row: SourceRow, outcome: Outcome) => void;
}

/** What the store makes of an offer. Throws StoreUnreachable where it may or may not be published. */
async function publish(
  store: Store,
  caller: Caller,
  offer: Offer,
): Promise<{ bookId: string } | { refused: string }> {
  try {
    const { book } = accepted(await caller.withToken(accessToken => publishBook(store, accessToken, offer)));
    return book ? { bookId: book.id } : { refused: 'the store did not say which book it became' };
  } catch (error) {
    if (error instanceof Refused) return { refused: `${error.code}: ${error.message}` };
    if (error instanceof StoreError) return { refused: error.message };
    throw error;
  }
}

function takeOwnBook(own: OwnBooks, offer: Offer): string | undefined {
  return own.get(offerKey(offer))?.pop();
}

/**
 * Publishes each row once. A row that is not in the ledger is first looked for among the seller's own books that
 * the ledger does not account for: there stands what was published without an answer having come back. When an
 * answer is lost, the attempt ends and the next begins with the same comparison, so that nothing is sent twice.
 * Throws CannotSeed when the store stays unreachable.
 */
export async function publishRows<SourceRow extends Row>(publication: Publication<SourceRow>): Promise<void> {
  const { store, caller, rows, ledger, onRow } = publication;
  const told = new Set<number>();
  const tell = (row: SourceRow, outcome: Outcome) => {
    if (!told.has(row.number)) onRow(row, outcome);
    told.add(row.number);
  };
  const attempt = async () => {
    let ownBooks: Promise<OwnBooks> | undefined;
    await forEachConcurrently(rows(), atATime, async row => {
      if ('problem' in row) return tell(row, { refused: row.problem });
      if (ledger.has(row.number)) return tell(row, 'found');
      if (told.has(row.number)) return;
      ownBooks ??= readOwnBooks(store, caller, ledger.bookIds);
      const bookId = takeOwnBook(await ownBooks, row.offer);
      const result = bookId ? { bookId } : await publish(store, caller, row.offer);
      if ('refused' in result) return tell(row, result);
      ledger.record(row.number, result.bookId);
      tell(row, bookId ? 'found' : 'published');
    });
  };
  let booksBefore = -1;
  for (let idle = 0; ; idle++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StoreUnreachable)) throw error;
      if (ledger.bookIds.size > booksBefore) idle = 0;
      booksBefore = ledger.bookIds.size;
      const wait = waits[idle];
      if (wait === undefined) {
        throw new CannotSeed(`${error.message} Run the same command again to go on from here.`);
      }
      await delay(wait);
    }
  }
}
