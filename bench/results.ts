import { markdownTable } from '../deploy/markdown-table.ts';
import { median } from '../testing/median.ts';
import { figure } from './figure.ts';
import type { Measurement } from './load/measure.ts';
import { rateOf } from './load/sample.ts';

/** What was measured of one contender and one query, turn by turn. */
export interface Rounds {
  query: string;
  contender: string;
  /** From 50 connections, as fast as answers came. */
  full: Measurement[];
  /** At half of what it can do at the most. */
  half: Measurement[];
}

/** The medians of what was measured. */
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
  /** Fetches from subgraphs for each answer. */
  calls: number;
  failed: number;
  /** How many times as much the first contender does of the same query. */
  oursDoes: number;
}

/** A figure at full throughput of one to that of another: the median of the turns that they take, since the machine's speed changes. */
export const ratioOfRounds = (mine: Rounds, theirs: Rounds, of: (one: Measurement) => number): number =>
  median(
    theirs.full.map((measurement, turn) => {
      const ours = mine.full[turn];
      return ours ? of(ours) / of(measurement) : Number.NaN;
    }),
  );

const firstOf = (measured: readonly Rounds[], { query }: Rounds): Rounds | undefined =>
  measured.find(each => each.query === query);

/** The rows of the table. */
export const rowsOf = (measured: readonly Rounds[]): Row[] =>
  measured.map(rounds => rowOf(rounds, firstOf(measured, rounds) ?? rounds));

function rowOf(rounds: Rounds, first: Rounds): Row {
  const { query, contender, full, half } = rounds;
  return {
    query,
    contender,
    throughput: median(full.map(rateOf)),
    p50: median(half.map(({ p50 }) => p50)),
    p99: median(half.map(({ p99 }) => p99)),
    cpu: median(full.map(({ cpu }) => cpu)),
    memory: Math.max(...full.map(({ memory }) => memory)),
    calls: median(full.map(({ calls }) => calls)),
    failed: [...full, ...half].reduce((sum, { failed }) => sum + failed, 0),
    oursDoes: ratioOfRounds(first, rounds, rateOf),
  };
}

/** The rows as Markdown. */
export const resultTable = (rows: readonly Row[]): string =>
  markdownTable(
    ['query', 'gateway', 'a second', 'ours does', 'p50 ms', 'p99 ms', 'CPU ms', 'MB', 'calls', 'failed'],
    rows.map(row => [
      row.query,
      row.contender,
      figure(row.throughput, 0),
      `${figure(row.oursDoes, 2)} ×`,
      figure(row.p50, 1),
      figure(row.p99, 1),
      figure(row.cpu, 2),
      figure(row.memory, 0),
      figure(row.calls, 1),
      String(row.failed),
    ]),
  );
