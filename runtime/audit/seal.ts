import { createHash } from 'node:crypto';

/** An entry of the audit log, as it is read. */
export interface EntryRow {
  number: number;
  /** As text: 2026-11-21 20:30:00.123. */
  at: string;
  action: string;
  actor_id: string | null;
  subject_id: string | null;
  facts: string;
  request_id: string | null;
}

/** The columns of an EntryRow, of the table `e`. */
export const entryColumns =
  'e.number, CAST(e.at AS CHAR) AS at, e.action, e.actor_id, e.subject_id, e.facts, e.request_id';

/** A link of the chain: 1, 2, 3 … and its hash. */
export interface Seal {
  sequence: number;
  hash: string;
}

/** Before the first seal. */
export const noSeal: Seal = { sequence: 0, hash: '0'.repeat(64) };

/** The hash of the seal that follows another one and holds an entry: SHA-256 in hex, of all that both say. */
export function sealHash(before: Seal, entry: EntryRow): string {
  const { number, at, action, actor_id, subject_id, facts, request_id } = entry;
  const values = [before.hash, before.sequence + 1, Number(number), at, action];
  return createHash('sha256')
    .update(JSON.stringify([...values, actor_id, subject_id, facts, request_id]))
    .digest('hex');
}
