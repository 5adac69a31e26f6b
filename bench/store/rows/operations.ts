import { reasonOf } from '../../../runtime/reason-of.ts';
import type { Mark } from '../../marks.ts';
import { compareBooks } from '../compare-shops.ts';
import { ratioMark, type ShopRow, shopRowsOf } from '../shop-results.ts';
import {
  ableOf,
  checkoutLoad,
  type Measuring,
  measureInTurn,
  type PutLoad,
  readLoad,
  type ShopLoad,
  type ShopRounds,
} from '../shop-rounds.ts';
import { type ReadOperation, readOperations, type Shop } from '../shops/shop.ts';

/** What all shops are asked, one after the other. */
export const operationNames = [...readOperations, 'checkout'] as const;

export type OperationName = (typeof operationNames)[number];

const isRead = (name: OperationName): name is ReadOperation => name !== 'checkout';

/** How load is put on a shop, which must show what ours shows; undefined where it cannot do the operation. */
async function loadOf(
  [ours, shop]: readonly [Shop, Shop],
  name: OperationName,
  measuring: Measuring,
): Promise<PutLoad | undefined> {
  if (!isRead(name)) return checkoutLoad(shop, 'many', measuring);
  if (name !== 'search' && shop !== ours) await compareBooks([ours, shop], name);
  return readLoad(shop, name, measuring);
}

/** How load is put on all shops that can do an operation; ours is the first. One that shows other books, or fails, is left out, and said. */
async function loadsOf(
  shops: readonly Shop[],
  name: OperationName,
  measuring: Measuring,
): Promise<ShopLoad[]> {
  const [ours] = shops;
  const loads: ShopLoad[] = [];
  for (const shop of shops) {
    const putLoad = await loadOf([ours ?? shop, shop], name, measuring).catch((error: unknown) => {
      console.error(`${name}: ${shop.name} is left out: ${reasonOf(error)}`);
      return undefined;
    });
    if (putLoad) loads.push({ shop: shop.name, putLoad });
  }
  return loads;
}

/** What all operations share is compiled before the first of them is measured: some shops have more processes than others. */
export async function warmShops(shops: readonly Shop[], measuring: Measuring): Promise<void> {
  await ableOf('list', await loadsOf(shops, 'list', measuring), measuring.seconds);
}

/** Measures an operation in turn in all shops that can do it, ours being the first, and said of those that cannot why. */
export async function measureOperation(
  shops: readonly Shop[],
  name: OperationName,
  measuring: Measuring,
): Promise<ShopRounds[]> {
  return measureInTurn(name, await loadsOf(shops, name, measuring), measuring);
}

/** What the operations are to reach. */
export function operationMarks(
  measured: readonly ShopRounds[],
  [ours, vendure, bare]: readonly string[],
): Mark[] {
  const rows: ShopRow[] = shopRowsOf(measured);
  const against = (other = '') => [ours ?? '', other] as const;
  const times = (what: OperationName, atLeast: number) =>
    ratioMark(rows, what, against(vendure), { by: 'throughput', wanted: { atLeast } });
  const limit = (what: OperationName) =>
    ratioMark(rows, what, against(bare), { by: 'cost', wanted: { atMost: 3 } });
  return [
    ...times('list', 30),
    ...times('search', 10),
    ...times('book', 3),
    ...ratioMark(rows, 'login', against(vendure), { by: 'saving' }),
    ...ratioMark(rows, 'checkout', against(vendure), { by: 'saving', wanted: { atLeast: 3 } }),
    ...limit('list'),
    ...limit('book'),
  ];
}
