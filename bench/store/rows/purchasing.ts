import { median } from '../../../testing/median.ts';
import { rateOf } from '../../load/sample.ts';
import type { Mark } from '../../marks.ts';
import { type Metrics, p99Between } from '../metrics.ts';
import { checkoutLoad, type Measuring, type PutLoad, type ShopRounds, warmUp } from '../shop-rounds.ts';
import type { OurShop } from '../shops/our-shop.ts';

const share = 0.8;
const most = { poolWaitMilliseconds: 50 };
const waits = 'bookstore_pool_wait_seconds';

interface AtShare {
  rate: number;
  /** The upper bound of the bucket in which 99 % of the waits for a connection lie. */
  poolWait: number;
}

async function measureAtShare(shop: OurShop, putLoad: PutLoad, maximum: number): Promise<AtShare> {
  const rate = maximum * share;
  const before: Metrics = await shop.metrics('databases');
  await putLoad(rate);
  return { rate, poolWait: p99Between(before, await shop.metrics('databases'), waits) };
}

const names = { one: 'purchases of one book', many: 'purchases of many books' } as const;

/**
 * How many purchases a second our store takes when all want one book, whose row they wait for, or when each wants another; and how
 * long work waits for a database connection at 80 % of that.
 */
export async function measurePurchasing(
  shop: OurShop,
  books: keyof typeof names,
  measuring: Measuring,
): Promise<{ measured: ShopRounds[]; marks: Mark[] }> {
  const putLoad = await checkoutLoad(shop, books, measuring);
  if (!putLoad) return { measured: [], marks: [] };
  const what = names[books];
  const rounds: ShopRounds = { what, shop: shop.name, full: [], half: [] };
  const atShare: AtShare[] = [];
  await warmUp(putLoad, measuring.seconds);
  for (let round = 0; round < measuring.rounds; round += 1) {
    const full = await putLoad();
    if (full.answered === 0) throw new Error(`${what}: no purchase came to its end.`);
    rounds.full.push(full);
    rounds.half.push(await putLoad(rateOf(full) / 2));
    atShare.push(await measureAtShare(shop, putLoad, rateOf(full)));
  }
  const marks = [
    {
      mark: `${what}, from reserved to shipped`,
      measured: median(rounds.full.map(rateOf)),
      unit: 'a second',
    },
    {
      mark: `${what}: p99 of the wait for a connection, at 80 % of that`,
      wanted: { atMost: most.poolWaitMilliseconds },
      measured: median(atShare.map(({ poolWait }) => poolWait)),
      unit: 'ms',
    },
  ];
  return { measured: [rounds], marks };
}
