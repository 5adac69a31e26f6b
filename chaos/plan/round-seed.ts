import { randomOf } from '../../seed/random.ts';

export const largestSeed = 2 ** 32 - 1;

/** The seed of a run's round, from 0 on. The first round has the run's own: --rounds 1 --seed repeats any round. */
export function roundSeed(seed: number, round: number): number {
  if (round === 0) return seed;
  const random = randomOf(seed);
  let drawn = seed;
  for (let each = 0; each < round; each += 1) drawn = Math.floor(random() * largestSeed);
  return drawn;
}
