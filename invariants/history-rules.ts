import type { Violation } from './invariants.ts';
import { legalHistories } from './purchase-history.ts';
import type { PurchaseRecord } from './purchase-record.ts';

/** A purchase went a way that there is, and its history says where it is. */
export function* historyRule({ id, status, history }: PurchaseRecord): Generator<Violation> {
  if (status === 'NONE') return;
  const text = history.join(', ') || 'nothing';
  if (!legalHistories.some(legal => legal.join(', ') === text))
    yield {
      invariant: 'history_is_legal',
      id,
      seen: text,
      expected: 'steps that there are, each once, in order',
    };
  if (history.at(-1) !== status)
    yield { invariant: 'history_ends_with_status', id, seen: text, expected: `${status} at the end` };
}
