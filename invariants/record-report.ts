import { createConnection } from 'mysql2/promise';
import type { RecordedInvariants } from '../subgraphs/purchase/invariants-report-table.ts';
import type { Verdict } from './check-invariants.ts';
import { invariantNames, invariants } from './invariants.ts';

const patienceMilliseconds = 5_000;
const longestFailure = 500;

/** Violations of each invariant that are written down; the others are counted. */
const recorded = 20;

/** How a look ended: what it found, or why it could not look. */
export type Look = { verdict: Verdict } | { failure: string };

function foundOf({ violations, counts }: Verdict): RecordedInvariants {
  const byInvariant = Map.groupBy(violations, ({ invariant }) => invariant);
  return invariantNames.map(name => {
    const { of, about } = invariants[name];
    const found = byInvariant.get(name) ?? [];
    return {
      name,
      about,
      checked: counts[of] ?? 0,
      violated: found.length,
      violations: found.slice(0, recorded).map(({ id, seen, expected }) => ({ subject: id, seen, expected })),
    };
  });
}

/**
 * Writes down in purchase's database (`url`) how a look ended that took so many seconds, where administrators read it
 * (Query.invariantsReport). Rejects when that database cannot be written to.
 */
export async function recordReport(
  url: string,
  look: Look,
  { seconds, staleAfterSeconds }: { seconds: number; staleAfterSeconds: number },
): Promise<void> {
  const connection = await createConnection({
    uri: url,
    timezone: 'Z',
    connectTimeout: patienceMilliseconds,
  });
  try {
    await connection.query({ sql: "SET SESSION time_zone = '+00:00'", timeout: patienceMilliseconds });
    await connection.query({
      sql: `REPLACE INTO invariants_report (id, checked_at, duration_milliseconds, stale_at, failure, invariants)
        VALUES (1, NOW(3), ?, NOW(3) + INTERVAL ? SECOND, ?, ?)`,
      values: [
        Math.round(seconds * 1000),
        staleAfterSeconds,
        'failure' in look ? look.failure.slice(0, longestFailure) : null,
        JSON.stringify('verdict' in look ? foundOf(look.verdict) : []),
      ],
      timeout: patienceMilliseconds,
    });
  } finally {
    connection.destroy();
  }
}
