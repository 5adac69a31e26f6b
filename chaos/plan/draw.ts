import type { Random } from '../../seed/random.ts';

/** A whole number from `from` to `to`, each as likely. */
export const wholeNumber = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1));

/** One of the values, each as likely. There must be one at least. */
export function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('There is nothing to pick from.');
  return value;
}

/** true in so many of a hundred draws. */
export const chance = (random: Random, percent: number): boolean => random() * 100 < percent;
