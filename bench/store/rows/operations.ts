import { compareBooks } from '../compare-shops.ts';
import { type Mark, ratioMark, type ShopRow, shopRowsOf } from '../shop-results.ts';
import {
  checkoutLoad,
  type Measuring,
  type PutLoad,
  readLoad,
  type ShopRounds,
  takeTurns,
} from '../shop-rounds.ts';
import { type ReadOperation, readOperations, type Shop } from '../shops/shop.ts';

/** What all shops are asked, one after the other. */
export const operationNames = [...readOperations, 'checkout'] as const;

export type OperationName = (typeof operationNames)[number];

const isRead = (name: OperationName): name is ReadOperation => name !== 'checkout';

async function loadsOf(
  shops: readonly Shop[],
  name: OperationName,
  measuring: Measuring,
): Promise<{ shop: string; putLoad: PutLoad }[]> {
  const loads: { shop: string; putLoad: PutLoad }[] = [];
  for (const shop of shops) {
    const putLoad = isRead(name)
      ? await readLoad(shop, name, measuring)
      : await checkoutLoad(shop, 'many', measuring);
    if (putLoad) loads.push({ shop: shop.name, putLoad });
  }
  return loads;
}

/** Measures each operation in all shops that can do it, in turn; before that all must show the same books. Ours is first. */
export async function measureOperations(
  shops: readonly Shop[],
  names: readonly OperationName[],
  measuring: Measuring,
): Promise<ShopRounds[]> {
  const measured: ShopRounds[] = [];
  for (const name of names) {
    if (isRead(name) && name !== 'search') await compareBooks(shops, name);
    const loads = await loadsOf(shops, name, measuring);
    measured.push(...(await takeTurns(name, loads, measuring)));
  }
  return measured;
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
