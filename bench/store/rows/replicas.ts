import { atOneRate } from '../at-one-rate.ts';
import { type Mark, ratioMark, shopRowsOf } from '../shop-results.ts';
import {
  checkoutLoad,
  type Measuring,
  readLoad,
  type ShopLoad,
  type ShopRounds,
  takeTurns,
} from '../shop-rounds.ts';
import type { Shop } from '../shops/shop.ts';

/** What both are asked. */
export const replicatedOperations = ['list', 'book', 'purchases', 'checkout'] as const;

// What a request may cost more when there are two of every process: their pools and caches are two as well.
const mostCost = 1.15;

/**
 * Our store with two of every process beside the same with one, both behind NGINX. Throughput grows where cores are free: on a
 * small machine it is the CPU a request, both asked so often that cores are free, that tells whether it would.
 */
export async function measureReplicas(
  [one, two]: readonly [Shop, Shop],
  operation: (typeof replicatedOperations)[number],
  measuring: Measuring,
): Promise<{ measured: ShopRounds[]; marks: Mark[] }> {
  const what = `${operation}, replicas`;
  const loads: ShopLoad[] = [];
  for (const shop of [one, two]) {
    const putLoad =
      operation === 'checkout'
        ? await checkoutLoad(shop, 'many', measuring)
        : await readLoad(shop, operation, measuring);
    if (putLoad) loads.push({ shop: shop.name, putLoad });
  }
  const measured = await takeTurns(what, loads, measuring);
  const full = ratioMark(shopRowsOf(measured), what, [two.name, one.name], { by: 'cost' });
  if (measured.length < loads.length) return { measured, marks: full };
  const [alone = Number.NaN, together = Number.NaN] = await atOneRate(
    loads,
    measured,
    measuring.rounds,
    ({ cpu }) => cpu,
  );
  const mark = {
    mark: `${what}: CPU a request of ${two.name} to that of ${one.name}, both asked as often`,
    wanted: { atMost: mostCost },
    measured: together / alone,
    unit: '×',
  };
  return { measured, marks: [mark, ...full] };
}
