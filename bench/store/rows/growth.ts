import { median } from '../../../testing/median.ts';
import { type Mark, shopRowsOf } from '../shop-results.ts';
import { type Measuring, readLoad, type ShopRounds, takeTurns } from '../shop-rounds.ts';
import type { ReadOperation, Shop } from '../shops/shop.ts';

/** How many times as long each may take among many books. */
const most = { list: 1.2, book: 1.2, search: 2 } as const satisfies Partial<Record<ReadOperation, number>>;
const mostMemory = 1.2;

type Grown = keyof typeof most;

// Both are asked so often, whatever they could do: p50 at half of different maxima would tell of two things at once.
const share = 0.25;

/** p50 of an operation in both stores at one rate, which the slower one can bear; the median of the rounds. */
async function p50AtOneRate(
  operation: Grown,
  shops: readonly Shop[],
  slowest: number,
  measuring: Measuring,
): Promise<number[]> {
  const rounds = shops.map((): number[] => []);
  for (let round = 0; round < measuring.rounds; round += 1)
    for (const [index, shop] of shops.entries()) {
      const putLoad = await readLoad(shop, operation, measuring);
      const measurement = await putLoad?.(Math.max(1, slowest * share));
      if (measurement) rounds[index]?.push(measurement.p50);
    }
  return rounds.map(median);
}

/** Our store with many books beside the same store with few: what grows with the number of books, and what does not. */
export async function measureGrowth(
  [few, many]: readonly [Shop, Shop],
  measuring: Measuring,
): Promise<{ measured: ShopRounds[]; marks: Mark[] }> {
  const measured: ShopRounds[] = [];
  const marks: Mark[] = [];
  for (const operation of ['list', 'book', 'search'] as const) {
    const loads = [];
    for (const shop of [few, many]) {
      const putLoad = await readLoad(shop, operation, measuring);
      if (putLoad) loads.push({ shop: shop.name, putLoad });
    }
    const rounds = await takeTurns(`${operation}, growth`, loads, measuring);
    measured.push(...rounds);
    const slowest = Math.min(...shopRowsOf(rounds).map(({ throughput }) => throughput));
    const [before = Number.NaN, after = Number.NaN] = await p50AtOneRate(
      operation,
      [few, many],
      slowest,
      measuring,
    );
    marks.push({
      mark: `${operation}: p50 of ${many.name} to that of ${few.name}, both asked as often`,
      wanted: { atMost: most[operation] },
      measured: after / before,
      unit: '×',
    });
  }
  const memory = (shop: Shop) =>
    Math.max(...shopRowsOf(measured).flatMap(row => (row.shop === shop.name ? [row.memory] : [])));
  marks.push({
    mark: `memory of all processes: ${many.name} to ${few.name}`,
    wanted: { atMost: mostMemory },
    measured: memory(many) / memory(few),
    unit: '×',
  });
  return { measured, marks };
}
