import { reasonOf } from '../../runtime/reason-of.ts';
import { median } from '../../testing/median.ts';
import { sendRequests } from '../load/run-client.ts';
import { rateOf } from '../load/sample.ts';
import { warmUpSeconds } from '../warm-up.ts';
import { runStory } from './load/run-story.ts';
import { sendRequest } from './load/send-request.ts';
import { measureShop, type ShopMeasurement } from './measure-shop.ts';
import type { ReadOperation, Shop } from './shops/shop.ts';

/** How the store half measures. */
export interface Measuring {
  seconds: number;
  rounds: number;
  adminUrl: string;
  /** Statements in a second while nobody asks anything. */
  idle: number;
  words: readonly string[];
  /** Connections that ask at once, instead of as many as the operation has. */
  connections?: number;
}

/** Puts load on a shop: as fast as answers come, or so many a second. */
export type PutLoad = (rate?: number) => Promise<ShopMeasurement>;

/** What was measured of one thing that one shop does, in each round. */
export interface ShopRounds {
  what: string;
  shop: string;
  full: ShopMeasurement[];
  /** At half of what it could do in the same round. */
  half: ShopMeasurement[];
}

// Figures in an answer (a stock, a token) may have fewer digits than when it was looked at.
const shortest = 0.9;

/** A read operation of a shop under load; undefined where the shop cannot do it. */
export async function readLoad(
  shop: Shop,
  operation: ReadOperation,
  { seconds, words, connections: fixed, ...of }: Measuring,
): Promise<PutLoad | undefined> {
  const first = await shop.asked(operation, words);
  if (!first) return undefined;
  const answers: number[] = [];
  for (const request of first.requests) answers.push((await sendRequest(shop.port, request)).length);
  const bytes = Math.max(1, Math.floor(shortest * Math.min(...answers)));
  return async rate => {
    const { requests, connections } = (await shop.asked(operation, words)) ?? first;
    return measureShop(shop, of, () =>
      sendRequests({ port: shop.port, requests, bytes, seconds, rate, connections: fixed ?? connections }),
    );
  };
}

/** People who buy in a shop at once. */
const buyersAtOnce = 8;
// More than buy at once: what comes at a rate does not wait for a person.
const people = 100;

/** Whole purchases in a shop under load; undefined where the shop cannot do them. */
export async function checkoutLoad(
  shop: Shop,
  books: 'one' | 'many',
  { seconds, ...of }: Measuring,
): Promise<PutLoad | undefined> {
  const { checkout } = shop;
  if (!checkout) return undefined;
  return async rate => {
    const story = await checkout({ people, books });
    return measureShop(shop, of, () =>
      runStory({ port: shop.port, story, seconds, rate, connections: buyersAtOnce }),
    );
  };
}

/** A shop, and how load is put on it. */
export interface ShopLoad {
  shop: string;
  putLoad: PutLoad;
}

/** Puts load on a shop until it is warm, or gives no right answer; how many came in the end. */
export async function warmUp(putLoad: PutLoad, seconds: number): Promise<number> {
  let { answered } = await putLoad();
  for (let warm = seconds; warm < warmUpSeconds && answered > 0; warm += seconds)
    ({ answered } = await putLoad());
  return answered;
}

/** Warms shops up, and answers those that give right answers; why others do not is said. */
export async function ableOf(what: string, loads: readonly ShopLoad[], seconds: number): Promise<ShopLoad[]> {
  const able: ShopLoad[] = [];
  for (const load of loads) {
    const answered = await warmUp(load.putLoad, seconds).catch((error: unknown) => {
      console.error(reasonOf(error));
      return 0;
    });
    if (answered > 0) able.push(load);
    else console.error(`  ${what}: ${load.shop} gave no right answer under load, and is left out`);
  }
  return able;
}

/** Measures several shops in turn, several times over, each warmed up before: at full load, then at half of that. */
export async function measureInTurn(
  what: string,
  loads: readonly ShopLoad[],
  { rounds, seconds }: Pick<Measuring, 'rounds' | 'seconds'>,
): Promise<ShopRounds[]> {
  const able = await ableOf(what, loads, seconds);
  const measured = able.map(({ shop }): ShopRounds => ({ what, shop, full: [], half: [] }));
  for (let round = 0; round < rounds; round += 1)
    for (const [index, { shop, putLoad }] of able.entries()) {
      const full = await putLoad();
      if (full.answered === 0) throw new Error(`${what}: ${shop} gave no right answer under load.`);
      const half = await putLoad(rateOf(full) / 2);
      measured[index]?.full.push(full);
      measured[index]?.half.push(half);
    }
  for (const each of measured)
    console.log(`  ${what}, ${each.shop}: ${median(each.full.map(rateOf)).toFixed(1)} a second`);
  return measured;
}
