/** What one measurement of a gateway under load tells. */
export interface LoadResult {
  /** Answers that were HTTP 200 with the number of bytes that is right, and all others. */
  answered: number;
  failed: number;
  seconds: number;
  /** Milliseconds from when a request was due to the end of its answer. */
  p50: number;
  p99: number;
}

const at = (sorted: readonly number[], part: number) =>
  sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;

/** Puts together what was counted. */
export function loadResult(milliseconds: number[], failed: number, seconds: number): LoadResult {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  return { answered: sorted.length, failed, seconds, p50: at(sorted, 0.5), p99: at(sorted, 0.99) };
}
