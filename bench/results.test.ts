import { expect, test } from '@jest/globals';
import { gatewayMarks } from './gateways/gateway-marks.ts';
import { markTable } from './marks.ts';
import { type Rounds, resultTable, rowsOf } from './results.ts';

/** Rounds with so many answers each, and a processor second for each `cpu` answers. */
const rounds = (query: string, contender: string, answered: number[], cpu = 1): Rounds => {
  const full = answered.map(count => ({
    ...{ answered: count, failed: 0, seconds: 1, p50: 1, p99: 2, memory: 200, calls: 3 },
    cpu: cpu / count,
  }));
  return { query, contender, full, half: full };
};

test('what ours does of another is the median of what each round tells: a slow minute counts for both', () => {
  const measured = [rounds('heavy', 'ours', [100, 500, 90]), rounds('heavy', 'stock Apollo', [10, 100, 10])];
  const [, stock] = rowsOf(measured);
  expect(stock).toMatchObject({ throughput: 10, oursDoes: 9, calls: 3 });
  expect(resultTable(rowsOf(measured))).toContain('| 9.00 × ');
});

test('marks are told of what was measured, and of nothing else', () => {
  expect(gatewayMarks([rounds('small', 'stock Apollo', [1])])).toEqual([]);
  const measured = [
    rounds('heavy', 'ours', [60]),
    rounds('heavy', 'stock Apollo', [10]),
    rounds('tiny', 'ours', [100], 16),
    rounds('tiny', 'bare proxy', [100], 10),
    rounds('tiny', 'ours, sharing', [90]),
    rounds('tiny', 'Hive, Rust planner, sharing', [100]),
  ];
  const table = markTable(gatewayMarks(measured)).split('\n').slice(2);
  expect(
    table.map(line =>
      line
        .split('|')
        .map(cell => cell.trim())
        .slice(1, 5),
    ),
  ).toEqual([
    ['heavy: requests a second, ours to stock Apollo', '≥ 5 ×', '6.00 ×', '✓'],
    ['tiny: requests a second, ours, sharing to Hive, Rust planner, sharing', '≥ 1 ×', '0.90 ×', '✗'],
    ['tiny: CPU a request, ours to bare proxy', '≤ 1.5 ×', '1.60 ×', '✗'],
    ['heavy: memory of ours', '≤ 300 MB', '200.00 MB', '✓'],
  ]);
});
