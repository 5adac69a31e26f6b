import type { EntityManager } from '@mikro-orm/mysql';
import { instantOf } from '../../runtime/database-time.ts';
import { type RecordedInvariants, recordedInvariants } from './invariants-report-table.ts';

/** What the oracle found last. */
export interface InvariantsReport {
  checkedAt: Date;
  durationMilliseconds: number;
  staleAt: Date;
  isStale: boolean;
  isSound: boolean;
  /** Why it could not look. */
  failure: string | null;
  invariants: RecordedInvariants;
}

interface Row {
  checked_at: string;
  duration_milliseconds: number;
  stale_at: string;
  is_stale: number | string;
  failure: string | null;
  invariants: string;
}

/** What the oracle found last, as it wrote it down; null where it has not looked yet. */
export async function readInvariantsReport(em: EntityManager): Promise<InvariantsReport | null> {
  const [row] = await em.execute<Row[]>(
    `SELECT checked_at, duration_milliseconds, stale_at, stale_at <= NOW(3) AS is_stale, failure, invariants
     FROM invariants_report`,
  );
  if (!row) return null;
  const { failure } = row;
  const invariants = recordedInvariants.parse(JSON.parse(row.invariants));
  return {
    checkedAt: instantOf(row.checked_at),
    durationMilliseconds: row.duration_milliseconds,
    staleAt: instantOf(row.stale_at),
    isStale: Number(row.is_stale) === 1,
    isSound: failure === null && invariants.every(({ violated }) => violated === 0),
    failure,
    invariants,
  };
}
