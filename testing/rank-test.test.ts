import { expect, test } from '@jest/globals';
import { rankTest } from './rank-test.ts';

const upTo = (count: number, shift = 0) => Array.from({ length: count }, (_, index) => index + shift);

test('two samples of the same are not told apart', () => {
  expect(rankTest(upTo(100), upTo(100))).toEqual({ chance: 0.5, z: 0 });
  expect(rankTest([1, 1, 1], [1, 1, 1])).toEqual({ chance: 0.5, z: 0 });
});

test('by the book: ranks 1, 2, 4 against 3, 5, 6', () => {
  const { chance, z } = rankTest([10, 20, 40], [30, 50, 60]);
  expect(chance).toBeCloseTo(1 / 9);
  expect(z).toBeCloseTo((1 - 4.5) / Math.sqrt((9 * 7) / 12));
});

test('a shift by a third is told apart among a hundred, and which one it is; one by a tenth is not', () => {
  expect(rankTest(upTo(100, 30), upTo(100)).z).toBeGreaterThan(3.29);
  expect(rankTest(upTo(100), upTo(100, 30)).z).toBeLessThan(-3.29);
  expect(rankTest(upTo(100, 10), upTo(100)).z).toBeLessThan(3.29);
});
