import type { Read } from '../../invariants/open-databases.ts';
import { type Scan, scanBuckets, scanIds } from '../../invariants/scan.ts';

const bucketsAtOnce = 2_048;
const idsAtOnce = 500;

/** What does not add up between the tables of a topic of the oracle's, some ids at a time. */
export async function* suspects(read: Read, scans: readonly Scan[]): AsyncGenerator<string[]> {
  const { unsettled } = await scanBuckets(read, scans);
  for (let bucket = 0; bucket < unsettled.length; bucket += bucketsAtOnce) {
    const ids = await scanIds(read, scans, unsettled.slice(bucket, bucket + bucketsAtOnce));
    for (let at = 0; at < ids.length; at += idsAtOnce) yield ids.slice(at, at + idsAtOnce);
  }
}
