import { markdownTable } from '../deploy/markdown-table.ts';
import { median } from '../testing/median.ts';
import type { Measurement } from './load/measure.ts';

/** What was measured of one contender and one query, in each round. */
export interface Rounds {
  query: string;
  contender: string;
  /** From 50 connections, as fast as answers came. */
  full: Measurement[];
  /** At half of what it can do at the most. */
  half: Measurement[];
}

/** The medians of its rounds. */
export interface Row {
  query: string;
  contender: string;
  /** Answers a second. */
  throughput: number;
  /** Milliseconds, at half of that throughput. */
  p50: number;
  p99: number;
  /** Milliseconds of processor time an answer, at full throughput. */
  cpu: number;
  memory: number;
  failed: number;
}

/** The rows of the table, each the median of its rounds. */
export const rowsOf = (measured: readonly Rounds[]): Row[] =>
  measured.map(({ query, contender, full, half }) => ({
    query,
    contender,
    throughput: median(full.map(({ answered, seconds }) => answered / seconds)),
    p50: median(half.map(({ p50 }) => p50)),
    p99: median(half.map(({ p99 }) => p99)),
    cpu: median(full.map(({ cpu }) => cpu)),
    memory: Math.max(...full.map(({ memory }) => memory)),
    failed: [...full, ...half].reduce((sum, { failed }) => sum + failed, 0),
  }));

/** The rows as Markdown; each with how many times more the first contender does of the same query. */
export function resultTable(rows: readonly Row[]): string {
  const ours = (query: string) => rows.find(row => row.query === query)?.throughput ?? Number.NaN;
  return markdownTable(
    ['query', 'gateway', 'a second', 'ours does', 'p50 ms', 'p99 ms', 'CPU ms', 'MB', 'failed'],
    rows.map(row => [
      row.query,
      row.contender,
      row.throughput.toFixed(0),
      `${(ours(row.query) / row.throughput).toFixed(2)} ×`,
      row.p50.toFixed(1),
      row.p99.toFixed(1),
      row.cpu.toFixed(2),
      row.memory.toFixed(0),
      String(row.failed),
    ]),
  );
}
