import { expect, test } from '@jest/globals';
import { markTable } from '../marks.ts';
import { ratioMark, type ShopRow } from './shop-results.ts';

const row = (shop: string, throughput: number, cpu: number): ShopRow => ({
  ...{ what: 'list', shop, throughput, cpu, p50: 1, p99: 2, databaseCpu: 0, memory: 1 },
  ...{ statements: 2, calls: 2, failed: 0 },
});
const rows = [row('ours', 900, 2), row('theirs', 30, 60)];
const sides = ['ours', 'theirs'] as const;

test('each comparison goes its own way', () => {
  const measured = (by: 'throughput' | 'cost' | 'saving') =>
    ratioMark(rows, 'list', sides, { by })[0]?.measured;
  expect(measured('throughput')).toBe(30);
  expect(measured('cost')).toBeCloseTo(1 / 30);
  expect(measured('saving')).toBe(30);
  expect(ratioMark(rows, 'search', sides, { by: 'cost' })).toEqual([]);
});

test('a mark is reached or not, and what was not measured is not reached', () => {
  const marks = [
    { mark: 'a', wanted: { atLeast: 30 }, measured: 30, unit: '×' },
    { mark: 'b', wanted: { atMost: 3 }, measured: 3.01, unit: '×' },
    { mark: 'c', wanted: { atMost: 50 }, measured: Number.NaN, unit: 'ms' },
    { mark: 'd', measured: 7, unit: 'a second' },
  ];
  const signs = markTable(marks)
    .split('\n')
    .flatMap(line => /[✓✗]/.exec(line)?.[0] ?? []);
  expect(signs).toEqual(['✓', '✗', '✗']);
});
