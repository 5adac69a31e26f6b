import type { Mark } from '../../marks.ts';
import { atRates, easyRate } from '../at-rates.ts';
import { shopRowsOf } from '../shop-results.ts';
import { type Measuring, measureInTurn, readLoad, type ShopLoad, type ShopRounds } from '../shop-rounds.ts';
import type { ReadOperation, Shop } from '../shops/shop.ts';

/** How many times as long each may take among many books. */
const most = { list: 1.2, book: 1.2, search: 2 } as const satisfies Partial<Record<ReadOperation, number>>;
const mostMemory = 1.2;

type Grown = keyof typeof most;

/** The operations that are asked of both. */
export const grownOperations = ['list', 'book', 'search'] as const satisfies readonly Grown[];

// A word that stands in many of a million books takes seconds: fifty searches at once would all be given up.
const searchesAtOnce = 4;
const wordsSearched = 20;

/** An operation of our store with many books beside the same store with few: how much longer it takes. */
export async function measureGrowth(
  [few, many]: readonly [Shop, Shop],
  operation: Grown,
  { words, ...of }: Measuring,
): Promise<{ measured: ShopRounds[]; marks: Mark[] }> {
  const measuring = {
    ...{ ...of, words: words.slice(0, wordsSearched) },
    ...(operation === 'search' && { connections: searchesAtOnce }),
  };
  const loads: ShopLoad[] = [];
  for (const shop of [few, many]) {
    const putLoad = await readLoad(shop, operation, measuring);
    if (putLoad) loads.push({ shop: shop.name, putLoad });
  }
  const measured = await measureInTurn(`${operation}, growth`, loads, measuring);
  if (measured.length < loads.length) return { measured, marks: [] };
  const rate = easyRate(measured);
  const [, grown = Number.NaN] = await atRates(
    loads.map(({ putLoad }) => ({ putLoad, rate })),
    measuring.rounds,
    ({ p50 }) => p50,
  );
  const mark = {
    mark: `${operation}: p50 of ${many.name} to that of ${few.name}, both asked as often`,
    wanted: { atMost: most[operation] },
    measured: grown,
    unit: '×',
  };
  return { measured, marks: [mark] };
}

/** How much more memory the store with many books took than that with few. */
export function memoryMark([few, many]: readonly [Shop, Shop], measured: readonly ShopRounds[]): Mark {
  const memory = (shop: Shop) =>
    Math.max(...shopRowsOf(measured).flatMap(row => (row.shop === shop.name ? [row.memory] : [])));
  return {
    mark: `memory of all processes: ${many.name} to ${few.name}`,
    wanted: { atMost: mostMemory },
    measured: memory(many) / memory(few),
    unit: '×',
  };
}
