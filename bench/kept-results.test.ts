import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addFigures, keptResults } from './kept-results.ts';
import type { ShopRow } from './store/shop-results.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookstore-results-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const row = (what: string, shop: string, throughput: number): ShopRow => ({
  ...{ what, shop, throughput, p50: 1, p99: 2, cpu: 3, databaseCpu: 1, memory: 9, statements: 2 },
  ...{ calls: Number.NaN, failed: 0 },
});
const mark = { mark: 'list', wanted: { atLeast: 30 }, measured: Number.NaN, unit: '×' };

test('what was measured again stands instead of what was measured before, and all else stays', () => {
  const earlier = {
    rows: [row('list', 'ours', 1), row('list', 'theirs', 2)],
    marks: [mark],
    versions: { a: '1' },
  };
  const now = { rows: [row('list', 'ours', 5)], marks: [{ ...mark, measured: 31 }], versions: { b: '2' } };
  expect(addFigures(earlier, now)).toEqual({
    rows: [row('list', 'theirs', 2), row('list', 'ours', 5)],
    marks: [{ ...mark, measured: 31 }],
    versions: { a: '1', b: '2' },
  });
});

test('a file of results is read as it was written; without one there is nothing', () => {
  const file = join(folder, 'results.json');
  expect(keptResults(file).store).toBeUndefined();
  const store = { rows: [row('list', 'theirs', 2)], marks: [mark], versions: { mariadb: '10.11' } };
  writeFileSync(file, JSON.stringify({ gateway: { rows: [] }, store: { ...store, measured: [] } }));
  expect(keptResults(file)).toEqual({ gateway: { rows: [] }, store });
});
