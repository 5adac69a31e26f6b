import type { CombinedError, OperationResult } from 'urql';
import type { RefusalFragment } from '../../components/refusal.generated.ts';
import type { PublishBookInput } from '../../graphql/schema-types.generated.ts';
import { isFinal, isWorthAsking, wait } from '../../once/connection.ts';
import { inBatches } from './batches.ts';
import type { PublishBooksMutation } from './import-books.generated.ts';
import type { BookRow } from './read-rows.ts';

/** How long it waits before it sends a batch again by itself, each time, in milliseconds. */
const waits = [500, 1_500, 4_000, 8_000];

/** A row that is to be published, under its key. */
export interface KeyedRow extends BookRow {
  input: PublishBookInput & { idempotencyKey: string };
}

/** What became of a row. `wasThere`: it had been published before, by an earlier upload. */
export type RowOutcome =
  | { bookId: string; title: string; wasThere: boolean }
  | { refusals: readonly RefusalFragment[] };

interface Publishing {
  send: (books: PublishBookInput[]) => Promise<Pick<OperationResult<PublishBooksMutation>, 'data' | 'error'>>;
  /** Told of each row that was answered. */
  answered: (row: KeyedRow, outcome: RowOutcome) => void;
  /** Told whether the connection is lost at the moment. */
  isLost: (isLost: boolean) => void;
  /** RFC 3339: a book that is older had been published before. */
  since: string;
}

/** Sends one batch until it is answered; the error when that does not happen. */
async function sendBatch(
  batch: readonly KeyedRow[],
  publishing: Publishing,
): Promise<CombinedError | undefined> {
  const { send, answered, isLost, since } = publishing;
  for (let attempt = 0; ; attempt += 1) {
    const { data, error } = await send(batch.map(({ input }) => input));
    const results = data?.publishBooks?.results;
    if (results && !error) {
      isLost(false);
      for (const [place, { book, userErrors }] of results.entries()) {
        const row = batch[place];
        if (row && book)
          answered(row, { bookId: book.id, title: book.title, wasThere: book.createdAt < since });
        else if (row) answered(row, { refusals: userErrors });
      }
      return undefined;
    }
    if (!error) throw new Error('publishBooks answered neither results nor an error');
    const pause = waits[attempt];
    if (isFinal(error) || !isWorthAsking(error) || pause === undefined) return error;
    isLost(true);
    await wait(pause);
  }
}

/**
 * Publishes rows, a batch at a time, in their order. Where no answer comes for long it stops with the error: to be called
 * again with the rows that have no outcome. A batch that is malformed as a whole is sent row by row, so that one row
 * cannot hold back the others.
 */
export async function publishRows(
  rows: readonly KeyedRow[],
  publishing: Publishing,
): Promise<CombinedError | undefined> {
  for (const batch of inBatches(rows)) {
    const error = await sendBatch(batch, publishing);
    if (!error) continue;
    const isMalformed = error.graphQLErrors.some(({ extensions }) => extensions.code === 'BAD_USER_INPUT');
    if (!isMalformed) return error;
    if (batch.length === 1 && batch[0]) publishing.answered(batch[0], { refusals: [] });
    for (const row of batch.length > 1 ? batch : []) {
      const ofRow = await publishRows([row], publishing);
      if (ofRow) return ofRow;
    }
  }
  return undefined;
}
