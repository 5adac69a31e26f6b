import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isFull, measuredSettings, repeats, tellFigure } from '../../testing/figures.ts';
import { violations } from '../../testing/invariants.ts';
import { emptyTally, ObservedClient, type Tally } from '../../testing/observed-client.ts';
import { publishBook, purchaseBook, stockOf } from '../../testing/operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { times } from '../../testing/times.ts';
import { untilAnswered } from '../../testing/until-answered.ts';
import { StoreUser } from '../../testing/use-store.ts';

let running: TestStore;
let store: StoreUser;
const put = new Map<string, number>();

beforeAll(async () => {
  running = await startTestStore('soldout', { lanes: 2, settings: measuredSettings });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

async function offer(stock: number): Promise<string> {
  const id = await publishBook(store.person().client, { stock });
  put.set(id, stock);
  return id;
}

/** Somebody new buys one copy, and asks again under the same key where no answer came; answers what became of it. */
async function buy(bookId: string, lane: number, tally: Tally): Promise<string> {
  const { url, token } = store.person(lane).client;
  const client = new ObservedClient(url, tally, token);
  const input = { bookId, idempotencyKey: randomUUID() };
  const { purchase, userErrors } = await untilAnswered(() => purchaseBook(client, input));
  return purchase?.status ?? userErrors[0]?.code ?? '';
}

const count = (outcomes: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

/** Whether a failure in a tally is the store's answer that it is too busy at the moment. */
const isTurnedAway = (failure: string): boolean => {
  const codes = Array.from(failure.matchAll(/"code":"(\w+)"/g), ([, code]) => code);
  return codes.length > 0 && codes.every(code => code === 'SERVICE_UNAVAILABLE');
};

const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;

describe.each(isFull ? [1, 2] : [2])(
  '500 buyers at once on 50 copies, by %d of gateway, purchase and catalog',
  lanes => {
    const rounds = repeats(1, 20);

    test(`50 get one, 450 are told OUT_OF_STOCK, nobody an error: ${rounds} times`, async () => {
      const tally = emptyTally();
      const began = performance.now();
      for (let round = 0; round < rounds; round += 1) {
        const bookId = await offer(50);
        const outcomes = await times(500, index => buy(bookId, index % lanes, tally));
        expect(count(outcomes)).toEqual({ AWAITING_PAYMENT: 50, OUT_OF_STOCK: 450 });
        expect(await stockOf(store.nobody(), bookId)).toBe(0);
      }
      const { requests, failures, longestMilliseconds } = tally;
      const rate = (500 * rounds * 1_000) / (performance.now() - began);
      tellFigure(
        `500 buyers, 50 copies, ${lanes} of each, ${rounds} times: 50 sold each time, ${failures.length} of ${requests}
        answers an error, the longest ${seconds(longestMilliseconds)}, ${rate.toFixed()} a second`,
      );
      expect(failures).toEqual([]);
    }, 600_000);
  },
);

const titles = repeats(80, 200);

test(`${titles} books of one copy, five buyers each, all at once: every book is sold once`, async () => {
  const rounds = repeats(1, 20);
  const buyers = 5 * titles;
  const tally = emptyTally();
  const began = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    const books = await times(titles, () => offer(1));
    const outcomes = await times(buyers, index => buy(books[index % titles] ?? '', index % 2, tally));
    expect(count(outcomes)).toEqual({ AWAITING_PAYMENT: titles, OUT_OF_STOCK: buyers - titles });
    const sold = outcomes.flatMap((outcome, index) =>
      outcome === 'AWAITING_PAYMENT' ? [index % titles] : [],
    );
    expect(new Set(sold).size).toBe(titles);
  }
  const { requests, failures, longestMilliseconds } = tally;
  const rate = (buyers * rounds * 1_000) / (performance.now() - began);
  tellFigure(
    `${titles} books of one copy, 5 buyers each, ${rounds} times: ${titles} sold each time, ${failures.length} of ${requests}
      answers an error, the longest ${seconds(longestMilliseconds)}, ${rate.toFixed()} a second`,
  );
  // A thousand at once, as in full, are more than the store takes on: it may turn some away, and in no other way.
  expect(failures.filter(failure => !isTurnedAway(failure))).toEqual([]);
}, 600_000);

test('after all of it no copy is lost or doubled', async () => {
  expect(await violations(store, put)).toEqual([]);
});
