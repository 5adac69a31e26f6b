import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isFull, measuredSettings, tellFigure } from '../../testing/figures.ts';
import type { Answer } from '../../testing/graphql-client.ts';
import { publishBook } from '../../testing/operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';

const clients = 40;
const seconds = isFull ? 20 : 6;
/** As many as one operation may have. */
const aliases = 10;
/** On a machine that does other things too, longer; those who wait behind the logins wait three seconds and more. */
const mostMilliseconds = isFull ? 1_000 : 5_000;

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  running = await startTestStore('login_flood', { settings: measuredSettings });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

interface Told {
  milliseconds: number;
  codes: string[];
}

const percentile = (told: readonly Told[], part: number): number =>
  told.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)[Math.floor(part * told.length)] ?? 0;

test('a flood of right logins holds up nothing but logins', async () => {
  const { id, client, email, password } = await store.register();
  const seller = await store.register('Sibila');
  for (let i = 0; i < 5; i += 1) await publishBook(seller.client);

  const until = performance.now() + seconds * 1000;
  const isOver = () => performance.now() > until;
  const login = 'login(input: $input) { user { id } userErrors { code } }';
  const flooding = `mutation($input: LoginInput!) { ${Array.from({ length: aliases }, (_, i) => `a${i}: ${login}`).join(' ')} }`;
  let right = 0;
  let turnedAway = 0;

  const flood = async () => {
    while (!isOver()) {
      const { data, errors } = await store
        .nobody()
        .send<Record<string, { user: { id: string } | null; userErrors: object[] }>>(flooding, {
          input: { email, password },
        });
      if (errors.length > 0) {
        turnedAway += 1;
        expect([...new Set(errors.map(({ extensions }) => extensions.code))]).toEqual([
          'SERVICE_UNAVAILABLE',
        ]);
        continue;
      }
      for (const answer of Object.values(data ?? {}))
        expect(answer).toMatchObject({ user: { id: expect.any(String) }, userErrors: [] });
      right += Object.keys(data ?? {}).length;
    }
  };

  const ask = async <Data>(
    told: Told[],
    send: () => Promise<Answer<Data>>,
    isWhole: (data: Data | null) => boolean,
  ) => {
    while (!isOver()) {
      const since = performance.now();
      const { errors, data } = await send();
      const milliseconds = performance.now() - since;
      told.push({ milliseconds, codes: errors.map(({ extensions }) => extensions.code) });
      if (errors.length === 0) expect([isWhole(data), data]).toEqual([true, data]);
      await delay(10);
    }
  };

  const mine: Told[] = [];
  const shelf: Told[] = [];
  await Promise.all([
    ...Array.from({ length: clients }, flood),
    ask(
      mine,
      () => client.send<{ me: { id: string } | null }>('{ me { id } }'),
      data => data?.me?.id === id,
    ),
    ask(
      shelf,
      () =>
        store
          .nobody()
          .send<{ books: { nodes: { seller: { name: string } | null }[] } }>(
            '{ books(first: 5) { nodes { seller { name } } } }',
          ),
      data => {
        const sellers = data?.books.nodes.map(({ seller }) => seller?.name) ?? [];
        return sellers.length === 5 && sellers.every(name => name === 'Sibila');
      },
    ),
  ]);

  tellFigure(
    `a flood of ${clients} clients, ${aliases} logins a request, for ${seconds} s: ${right} logins answered, ${turnedAway} requests turned away; ` +
      `me ${percentile(mine, 0.5).toFixed(0)} ms in the middle, ${percentile(mine, 0.95).toFixed(0)} ms for 95 of 100; ` +
      `books with sellers ${percentile(shelf, 0.5).toFixed(0)} ms, ${percentile(shelf, 0.95).toFixed(0)} ms`,
  );
  for (const told of [mine, shelf]) {
    expect(told.flatMap(({ codes }) => codes)).toEqual([]);
    expect(told.length).toBeGreaterThan(seconds);
    expect(percentile(told, 0.95)).toBeLessThan(mostMilliseconds);
  }
  expect(right + turnedAway).toBeGreaterThan(0);
}, 120_000);
