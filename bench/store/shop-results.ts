import { markdownTable } from '../../deploy/markdown-table.ts';
import { median } from '../../testing/median.ts';
import { figure } from '../figure.ts';
import { rateOf } from '../load/sample.ts';
import type { Mark } from '../marks.ts';
import type { ShopMeasurement } from './measure-shop.ts';
import type { ShopRounds } from './shop-rounds.ts';

/** The medians of what was measured of one thing that one shop does. */
export interface ShopRow {
  what: string;
  shop: string;
  /** Answers a second. */
  throughput: number;
  /** Milliseconds, at half of that throughput. */
  p50: number;
  p99: number;
  /** Milliseconds of processor time an answer, of all processes, and the database's part of it. */
  cpu: number;
  databaseCpu: number;
  /** Megabytes of all processes but the database's. */
  memory: number;
  /** For each answer. */
  statements: number;
  calls: number;
  failed: number;
}

/** The rows of the table, each the median of its rounds. */
export const shopRowsOf = (measured: readonly ShopRounds[]): ShopRow[] =>
  measured.map(({ what, shop, full, half }) => {
    const middle = (of: (measurement: ShopMeasurement) => number) => median(full.map(of));
    return {
      what,
      shop,
      throughput: middle(rateOf),
      p50: median(half.map(({ p50 }) => p50)),
      p99: median(half.map(({ p99 }) => p99)),
      cpu: middle(({ cpu }) => cpu),
      databaseCpu: middle(({ databaseCpu }) => databaseCpu),
      memory: Math.max(...full.map(({ memory }) => memory)),
      statements: middle(({ statements }) => statements),
      calls: middle(({ calls }) => calls),
      failed: [...full, ...half].reduce((sum, { failed }) => sum + failed, 0),
    };
  });

/** The rows as Markdown. */
export const shopTable = (rows: readonly ShopRow[]): string =>
  markdownTable(
    ['what', 'who', 'a second', 'p50 ms', 'p99 ms', 'CPU ms', 'database’s', 'MB', 'SQL', 'calls', 'failed'],
    rows.map(row => [
      row.what,
      row.shop,
      figure(row.throughput, 1),
      figure(row.p50, 1),
      figure(row.p99, 1),
      figure(row.cpu, 2),
      figure(row.databaseCpu, 2),
      figure(row.memory, 0),
      figure(row.statements, 1),
      figure(row.calls, 1),
      String(row.failed),
    ]),
  );

type Comparison = 'throughput' | 'cost' | 'saving';

/** How two rows of the same thing are held against each other. */
const comparisons: Record<Comparison, { words: string; of: (mine: ShopRow, theirs: ShopRow) => number }> = {
  throughput: {
    words: 'requests a second, ours to',
    of: (mine, theirs) => mine.throughput / theirs.throughput,
  },
  cost: { words: 'CPU a request, ours to', of: (mine, theirs) => mine.cpu / theirs.cpu },
  saving: { words: 'for each CPU millisecond, ours to', of: (mine, theirs) => theirs.cpu / mine.cpu },
};

/** The mark that two rows of the same thing tell; none where one of them was not measured. */
export function ratioMark(
  rows: readonly ShopRow[],
  what: string,
  [ours, other]: readonly [string, string],
  { by, wanted }: { by: Comparison; wanted?: Mark['wanted'] },
): Mark[] {
  const find = (shop: string) => rows.find(row => row.what === what && row.shop === shop);
  const [mine, theirs] = [find(ours), find(other)];
  if (!mine || !theirs) return [];
  const { words, of } = comparisons[by];
  return [
    { mark: `${what}: ${words} ${other}`, ...(wanted && { wanted }), measured: of(mine, theirs), unit: '×' },
  ];
}
