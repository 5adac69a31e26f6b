import { setTimeout as delay } from 'node:timers/promises';
import type { Violation } from './invariants.ts';

/** What moved while it was looked at has come to rest after one of these, in milliseconds. */
export const usualPauses: readonly number[] = [250, 500, 1_000, 1_500, 2_000];

const keyOf = ({ invariant, id }: Violation): string => `${invariant} ${id}`;

/**
 * Those of the violations that are there each time they are looked at, over some seconds: three databases are never
 * seen at one and the same moment, and a purchase may be on its way from one to the next. None costs no time.
 */
export async function thoseThatStay(
  found: readonly Violation[],
  lookAgain: () => Promise<readonly Violation[]>,
  pauses: readonly number[],
): Promise<Violation[]> {
  let staying = [...found];
  for (const pause of pauses) {
    if (staying.length === 0) break;
    await delay(pause);
    const keys = new Set(staying.map(keyOf));
    staying = (await lookAgain()).filter(violation => keys.has(keyOf(violation)));
  }
  return staying;
}
