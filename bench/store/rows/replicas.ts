import { type Mark, ratioMark, shopRowsOf } from '../shop-results.ts';
import { checkoutLoad, type Measuring, readLoad, type ShopRounds, takeTurns } from '../shop-rounds.ts';
import type { ReadOperation, Shop } from '../shops/shop.ts';

const reads = ['list', 'book', 'purchases'] as const satisfies readonly ReadOperation[];
// What a request may cost more when there are two of every process: their pools and caches are two as well.
const mostCost = 1.15;

/**
 * Our store with two of every process beside the same with one, both behind NGINX: where cores are free throughput grows, and
 * where there are none, as on a small machine, it is the CPU a request that tells whether it would.
 */
export async function measureReplicas(
  [one, two]: readonly [Shop, Shop],
  measuring: Measuring,
): Promise<{ measured: ShopRounds[]; marks: Mark[] }> {
  const measured: ShopRounds[] = [];
  const shops = [one, two];
  for (const operation of reads) {
    const loads = [];
    for (const shop of shops) {
      const putLoad = await readLoad(shop, operation, measuring);
      if (putLoad) loads.push({ shop: shop.name, putLoad });
    }
    measured.push(...(await takeTurns(`${operation}, replicas`, loads, measuring)));
  }
  const loads = [];
  for (const shop of shops) {
    const putLoad = await checkoutLoad(shop, 'many', measuring);
    if (putLoad) loads.push({ shop: shop.name, putLoad });
  }
  measured.push(...(await takeTurns('checkout, replicas', loads, measuring)));
  const rows = shopRowsOf(measured);
  const marks = [...reads, 'checkout'].flatMap(what =>
    ratioMark(rows, `${what}, replicas`, [two.name, one.name], { by: 'cost', wanted: { atMost: mostCost } }),
  );
  return { measured, marks };
}
