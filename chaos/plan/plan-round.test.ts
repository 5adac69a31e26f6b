import { expect, test } from '@jest/globals';
import { linkEnds, partNames } from '../store/parts.ts';
import { describeFault } from './plan-faults.ts';
import { planRound } from './plan-round.ts';
import { roundSeed } from './round-seed.ts';

const seeds = Array.from({ length: 1_000 }, (_, round) => roundSeed(42, round));
const plans = seeds.map(seed => planRound(seed, 20, true));

test('the same seed plans the same round, and another one another', () => {
  expect(planRound(7, 200, true)).toEqual(planRound(7, 200, true));
  expect(planRound(7, 200, true)).not.toEqual(planRound(8, 200, true));
});

test('a round can be played alone: the first round has the seed of its run', () => {
  expect(roundSeed(42, 0)).toBe(42);
  expect(new Set(seeds).size).toBe(seeds.length);
});

test('one to three faults a round; in the long run each part is killed and paused and each link cut', () => {
  for (const { faults } of plans) expect([1, 2, 3]).toContain(faults.length);
  const all = plans.flatMap(({ faults }) => faults.map(describeFault));
  for (const part of partNames(true)) {
    expect(all).toContain(`kill ${part}`);
    expect(all).toContain(`pause ${part}`);
  }
  for (const { from, to } of linkEnds(true))
    for (const mode of ['refuse', 'hang'])
      expect(all.some(name => name.startsWith(`cut ${from}`) && name.endsWith(`→ ${to} (${mode})`))).toBe(
        true,
      );
});

test('without a broker none is broken', () => {
  const all = seeds.flatMap(seed => planRound(seed, 1, false).faults.map(describeFault));
  expect(all.filter(name => name.includes('broker'))).toEqual([]);
});

test('200 purchases are for hundreds of people, and every seller has books', () => {
  const { buyers, sellers, books } = planRound(7, 200, false);
  expect([buyers, sellers]).toEqual([250, 20]);
  expect(new Set(books.map(({ seller }) => seller)).size).toBe(sellers);
});

test('every errand is about a book and a buyer that there are', () => {
  for (const { errands, buyers, books } of plans) {
    expect(errands).toHaveLength(20);
    for (const errand of errands) {
      expect(books[errand.book]).toBeDefined();
      expect(errand.buyer).toBeLessThan(buyers);
    }
  }
});
