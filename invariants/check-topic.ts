import type { Limits, Violation } from './invariants.ts';
import { thoseThatStay } from './look-again.ts';
import type { Read } from './open-databases.ts';
import { type Overview, scanBuckets, scanIds } from './scan.ts';
import { mostRows } from './search.ts';
import type { Topic } from './topic.ts';

/**
 * So many buckets are looked into at a time, and so many suspects judged: what is kept in memory stays small. Each time
 * is another look at all rows; with every bucket unsettled there are sixteen.
 */
const bucketsAtOnce = 2_048;
const suspectsAtOnce = 500;

function* chunks<Element>(elements: readonly Element[], size: number): Generator<Element[]> {
  for (let at = 0; at < elements.length; at += size) yield elements.slice(at, at + size);
}

/**
 * Scans a topic, looks closer where something does not add up, and judges the suspects. With a thousand violations it
 * has seen enough: a store like that has one thing wrong with it, and not a thousand.
 */
export async function checkTopic(
  read: Read,
  topic: Topic,
  limits: Limits,
): Promise<Omit<Overview, 'unsettled'> & { violations: Violation[] }> {
  const [{ unsettled, ...overview }, more = []] = await Promise.all([
    scanBuckets(read, topic.scans),
    topic.more?.(read, limits),
  ]);
  const violations: Violation[] = [];
  const judge = async (suspects: readonly string[]) => {
    for (const ids of chunks(suspects, suspectsAtOnce)) {
      if (violations.length >= mostRows) return;
      const lookAgain = () => topic.judge(read, ids, limits);
      violations.push(...(await thoseThatStay(await lookAgain(), lookAgain, limits.pauses)));
    }
  };
  await judge(more);
  for (const buckets of chunks(unsettled, bucketsAtOnce)) {
    if (violations.length >= mostRows) break;
    await judge(await scanIds(read, topic.scans, buckets));
  }
  return { ...overview, violations };
}
