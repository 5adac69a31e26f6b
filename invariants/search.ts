import type { InvariantName, Limits, Violation } from './invariants.ts';
import type { Read } from './open-databases.ts';

/** At most so many rows are fetched of what violates one invariant. */
export const mostRows = 1_000;

/** One SELECT that finds what is wrong by itself. */
export type Search = (read: Read, limits: Limits) => Promise<Violation[]>;

/** Rows with an id and what is seen, as violations of one invariant. */
export const asViolations = (
  rows: readonly { id: string; seen: string }[],
  invariant: InvariantName,
  expected: string,
): Violation[] => rows.map(({ id, seen }) => ({ invariant, id, seen, expected }));
