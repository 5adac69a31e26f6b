import type { Mark } from '../../marks.ts';
import { atRates, easyRate } from '../at-rates.ts';
import { ratioMark, shopRowsOf } from '../shop-results.ts';
import {
  checkoutLoad,
  type Measuring,
  measureInTurn,
  readLoad,
  type ShopLoad,
  type ShopRounds,
} from '../shop-rounds.ts';
import type { Shop } from '../shops/shop.ts';

/** What both are asked. */
export const replicatedOperations = ['list', 'book', 'purchases', 'checkout'] as const;

// What a request may cost more where there are two of every process, and twice as much to do.
const mostCost = 1.15;

/**
 * Our store with two of every process beside the same with one, both behind NGINX. Throughput grows where cores are free: on a
 * small machine it is the CPU a request that tells whether it would, while each process has as much to do as the one has alone, and
 * cores are free. Asked as often as the one, the two are idle for longer: what a process does by itself, and wakes up for, is
 * shared by half as many requests, which is told besides.
 */
export async function measureReplicas(
  [one, two]: readonly [Shop, Shop],
  operation: (typeof replicatedOperations)[number],
  measuring: Measuring,
): Promise<{ measured: ShopRounds[]; marks: Mark[] }> {
  const what = `${operation}, replicas`;
  const load = async (shop: Shop): Promise<ShopLoad | undefined> => {
    const putLoad = await (operation === 'checkout'
      ? checkoutLoad(shop, 'many', measuring)
      : readLoad(shop, operation, measuring));
    return putLoad && { shop: shop.name, putLoad };
  };
  const [ofOne, ofTwo] = [await load(one), await load(two)];
  if (!ofOne || !ofTwo) throw new Error(`${what}: there is nothing to ask for.`);
  const measured = await measureInTurn(what, [ofOne, ofTwo], measuring);
  const full = ratioMark(shopRowsOf(measured), what, [two.name, one.name], { by: 'cost' });
  if (measured.length < 2) return { measured, marks: full };
  const rate = easyRate(measured);
  const [, twice = Number.NaN, asOften = Number.NaN] = await atRates(
    [
      { ...ofOne, rate },
      { ...ofTwo, rate: 2 * rate },
      { ...ofTwo, rate },
    ],
    measuring.rounds,
    ({ cpu }) => cpu,
  );
  const marks = [
    {
      mark: `${what}: CPU a request of ${two.name}, asked twice as often, to that of ${one.name}`,
      wanted: { atMost: mostCost },
      measured: twice,
      unit: '×',
    },
    {
      mark: `${what}: CPU a request of ${two.name} to that of ${one.name}, both asked as often`,
      measured: asOften,
      unit: '×',
    },
  ];
  return { measured, marks: [...marks, ...full] };
}
