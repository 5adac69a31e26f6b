import { useRef, useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import { serverNow } from '../../graphql/server-clock.ts';
import { PublishBooksDocument } from './import-books.generated.ts';
import { type KeyedRow, publishRows, type RowOutcome } from './publish-rows.ts';
import type { BookRow } from './read-rows.ts';
import { rowKeys } from './row-keys.ts';

/** A book that was made so long before the upload began had been published before: clocks differ by some seconds. */
const clockMilliseconds = 5_000;

interface Publishing {
  state: 'at rest' | 'sending' | 'lost' | 'stopped' | 'done';
  /** By the row's number. */
  outcomes: ReadonlyMap<number, RowOutcome>;
  /** Why it stopped before the end. */
  error: CombinedError | undefined;
  /** Publishes the rows, or those of them that have no outcome yet. */
  publish: () => Promise<void>;
}

/** Publishes the sound rows of a list, with what becomes of each as it is known. */
export function usePublishing(rows: readonly BookRow[]): Publishing {
  const [, mutate] = useMutation(PublishBooksDocument);
  const [state, setState] = useState<Publishing['state']>('at rest');
  const [error, setError] = useState<CombinedError>();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, RowOutcome>>(new Map());
  const known = useRef(new Map<number, RowOutcome>());
  const began = useRef('');

  async function publish(): Promise<void> {
    setState('sending');
    setError(undefined);
    began.current ||= new Date(serverNow() - clockMilliseconds).toISOString();
    const keys = await rowKeys(rows);
    const keyed = rows.map(
      (row, place): KeyedRow => ({ ...row, input: { ...row.input, idempotencyKey: keys[place] ?? '' } }),
    );
    const stopped = await publishRows(
      keyed.filter(({ number }) => !known.current.has(number)),
      {
        send: books => mutate({ input: { books } }),
        answered: ({ number }, outcome) => {
          known.current.set(number, outcome);
          setOutcomes(new Map(known.current));
        },
        isLost: isLost => setState(isLost ? 'lost' : 'sending'),
        since: began.current,
      },
    );
    setError(stopped);
    setState(stopped ? 'stopped' : 'done');
  }

  return { state, outcomes, error, publish };
}
