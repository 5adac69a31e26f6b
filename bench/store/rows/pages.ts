import { statementsDuring } from '../../../testing/count-statements.ts';
import { graphqlRequest } from '../../load/sent-request.ts';
import type { Mark } from '../../marks.ts';
import { sendRequest } from '../load/send-request.ts';
import { ourDocument } from '../shops/our-requests.ts';
import type { OurShop } from '../shops/our-shop.ts';

const sizes = [20, 100];

/** The SQL statements and the requests to subgraphs that one page of so many books takes. */
async function takenBy(shop: OurShop, first: number): Promise<{ statements: number; calls: number }> {
  const request = graphqlRequest(ourDocument('list'), { first });
  // Once before, for what is sent the first time alone.
  await sendRequest(shop.port, request);
  const before = (await shop.calls?.()) ?? Number.NaN;
  const told = await statementsDuring(shop.store.description, () => sendRequest(shop.port, request));
  const calls = ((await shop.calls?.()) ?? Number.NaN) - before;
  return { statements: Object.values(told).flat().length, calls };
}

/** A page of 20 books against one of 100: what it takes does not depend on how long it is. */
export async function pageMarks(shop: OurShop): Promise<Mark[]> {
  const taken = [];
  for (const size of sizes) taken.push({ size, ...(await takenBy(shop, size)) });
  const [short, long] = taken;
  if (!short || !long) return [];
  const words = (what: 'statements' | 'calls') =>
    `page of ${long.size} (${long[what]} ${what}) against one of ${short.size} (${short[what]})`;
  return (['statements', 'calls'] as const).map(what => ({
    mark: words(what),
    wanted: { atMost: 1 },
    measured: long[what] / short[what],
    unit: '×',
  }));
}
