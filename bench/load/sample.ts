import { z } from 'zod';

/** What one measurement of a server under load tells, as a client program prints it. */
export const loadResultShape = z.object({
  /** Answers that were right, and all others. */
  answered: z.number(),
  failed: z.number(),
  seconds: z.number(),
  /** Milliseconds from when a request was due to the end of its answer; null where nothing was answered. */
  p50: z.number().nullable().transform(orNaN),
  p99: z.number().nullable().transform(orNaN),
});

/** Milliseconds are NaN where nothing was answered. */
export type LoadResult = z.infer<typeof loadResultShape>;

// JSON has no NaN.
function orNaN(value: number | null): number {
  return value ?? Number.NaN;
}

/** Right answers in a second. */
export const rateOf = ({ answered, seconds }: LoadResult): number => answered / seconds;

const at = (sorted: readonly number[], part: number) =>
  sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;

/** Puts together what was counted. */
export function loadResult(milliseconds: number[], failed: number, seconds: number): LoadResult {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  return { answered: sorted.length, failed, seconds, p50: at(sorted, 0.5), p99: at(sorted, 0.99) };
}
