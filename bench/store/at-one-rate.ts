import { median } from '../../testing/median.ts';
import type { ShopMeasurement } from './measure-shop.ts';
import { shopRowsOf } from './shop-results.ts';
import type { ShopLoad, ShopRounds } from './shop-rounds.ts';

// A quarter of what the slowest can do: cores are free, and none waits in line.
const share = 0.25;

/**
 * A figure of each shop, all asked as often, as much as the slowest can bear; the median of the rounds. At half of different
 * maxima, or at these, one would see two things at once.
 */
export async function atOneRate(
  loads: readonly ShopLoad[],
  measured: readonly ShopRounds[],
  rounds: number,
  figure: (measurement: ShopMeasurement) => number,
): Promise<number[]> {
  const rate = share * Math.min(...shopRowsOf(measured).map(({ throughput }) => throughput));
  const found = loads.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, { putLoad }] of loads.entries()) found[index]?.push(figure(await putLoad(rate)));
  return found.map(median);
}
