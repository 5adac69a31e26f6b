import { median } from '../../testing/median.ts';
import type { ShopMeasurement } from './measure-shop.ts';
import { shopRowsOf } from './shop-results.ts';
import type { PutLoad, ShopRounds } from './shop-rounds.ts';

// A quarter of what the slowest can do: cores are free, and none waits in line.
const share = 0.25;

/** How many requests a second each of these shops bears with ease. */
export const easyRate = (measured: readonly ShopRounds[]): number =>
  share * Math.min(...shopRowsOf(measured).map(({ throughput }) => throughput));

/**
 * A figure of each of some loads, so many requests a second, to that of the first; the median of the rounds, in which they take
 * turns, since the machine's speed changes. At half of different maxima, or at these, one would see two things at once.
 */
export async function atRates(
  loads: readonly { putLoad: PutLoad; rate: number }[],
  rounds: number,
  figure: (measurement: ShopMeasurement) => number,
): Promise<number[]> {
  const ratios = loads.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    let first: number | undefined;
    for (const [index, { putLoad, rate }] of loads.entries()) {
      const found = figure(await putLoad(rate));
      first ??= found;
      ratios[index]?.push(found / first);
    }
  }
  return ratios.map(median);
}
