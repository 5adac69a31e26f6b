import type { Condition } from './offer.ts';
import { pickWeighted, type Random } from './random.ts';

/** How often a grade is met on a second-hand shelf, and what part of a good copy's price it brings. */
const grades = {
  NEW: { weight: 4, factor: 1.7 },
  AS_NEW: { weight: 8, factor: 1.45 },
  FINE: { weight: 12, factor: 1.3 },
  VERY_GOOD: { weight: 26, factor: 1.15 },
  GOOD: { weight: 32, factor: 1 },
  FAIR: { weight: 13, factor: 0.7 },
  POOR: { weight: 5, factor: 0.45 },
} satisfies Record<Condition, { weight: number; factor: number }>;

const weights: readonly (readonly [Condition, number])[] = [
  ['NEW', grades.NEW.weight],
  ['AS_NEW', grades.AS_NEW.weight],
  ['FINE', grades.FINE.weight],
  ['VERY_GOOD', grades.VERY_GOOD.weight],
  ['GOOD', grades.GOOD.weight],
  ['FAIR', grades.FAIR.weight],
  ['POOR', grades.POOR.weight],
];

/** The price of a good copy in cents: most between 3 and 15 dollars, a few far above. */
const goodCopyCents = (random: Random): number => Math.round(300 + 900 * random() + 6_000 * random() ** 12);

const stocks: readonly (readonly [number, number])[] = [
  [1, 50],
  [2, 25],
  [3, 14],
  [5, 7],
  [8, 3],
  [12, 1],
];

export interface RandomCopy {
  condition: Condition;
  /** What one copy costs, in cents. */
  cents: number;
  stock: number;
}

/** A made-up grade, price (in steps of five cents) and number of copies. */
export function randomCopy(random: Random): RandomCopy {
  const condition = pickWeighted(random, weights);
  const cents = Math.round((goodCopyCents(random) * grades[condition].factor) / 5) * 5;
  return { condition, cents, stock: pickWeighted(random, stocks) };
}
