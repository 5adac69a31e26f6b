import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabaseUrls } from '../../deploy/local/databases.ts';
import { checkInvariants } from '../../invariants/check-invariants.ts';
import { type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { DatabaseCopies } from '../../testing/copy-databases.ts';
import { inTurn } from '../../testing/figures.ts';
import { Shoppers } from '../../testing/shoppers.ts';
import { adminUrl } from '../../testing/test-databases.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';
import { providersTables } from '../restore-database.ts';
import { reconcile } from './reconcile.ts';

// How many combinations of moments are tried: COMBINATIONS=500 npm test -- reconcile
const combinations = Number(process.env.COMBINATIONS ?? 8);
const copiesTaken = 10;
const people = 6;
const errandsBetweenCopies = 8;
const patienceMilliseconds = 30_000;
const forEver = 100 * 365 * 24 * 3600;

let running: TestStore;
let shoppers: Shoppers;
let copies: DatabaseCopies;

beforeAll(async () => {
  running = await startTestStore('reconcile');
  const store = new StoreUser(running.description);
  shoppers = await Shoppers.start(store, people);
  copies = await DatabaseCopies.open(adminUrl(), running.description.databases, 'test_copies');
  while (copies.count < copiesTaken) {
    const enough = shoppers.diaries.length + errandsBetweenCopies;
    const deadline = Date.now() + patienceMilliseconds;
    while (shoppers.diaries.length < enough && Date.now() < deadline) await delay(5);
    const { client, name } = await store.register();
    await copies.take();
    const query =
      'mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { userErrors { code } } }';
    await client.ask(query, { input: { name: `${name} Cova` } });
  }
  await shoppers.stop();
}, 300_000);

afterAll(async () => {
  await copies.close();
  await running.stop();
});

const random = () => Math.floor(Math.random() * copiesTaken);

const moments = (auth: number, catalog: number, purchase: number): Record<SubgraphName, number> => ({
  auth,
  catalog,
  purchase,
});

/** What the oracle finds in databases of several moments, when nothing is late yet. */
async function violationsOf(numbers: Record<SubgraphName, number>) {
  const urls = await copies.put(numbers, table => providersTables.includes(table));
  const before = await checkInvariants(urls, { graceSeconds: forEver, pauses: [] });
  const done = await reconcile(urls, subgraphs);
  const { violations } = await checkInvariants(urls, { graceSeconds: forEver, pauses: [] });
  return { before: before.violations, done, violations, urls };
}

/** What the oracle finds at last in the databases of a store that works off what it was started with. */
async function violationsAtRest(urls: DatabaseUrls) {
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    const { violations } = await checkInvariants(urls, { recoverySeconds: 1, graceSeconds: 30 });
    if (violations.length === 0 || Date.now() > deadline) return violations;
    await delay(500);
  }
}

test('people bought, paid, called off and shipped while the copies were taken', () => {
  expect(shoppers.diaries.length).toBeGreaterThan(copiesTaken * 2);
});

test(`databases of several moments, ${combinations} times: brought into agreement`, async () => {
  let differed = 0;
  for (let turn = 0; turn < combinations; turn += 1) {
    const numbers = moments(random(), random(), random());
    const { before, violations } = await violationsOf(numbers);
    expect({ numbers, violations }).toEqual({ numbers, violations: [] });
    if (before.length > 0) differed += 1;
  }
  expect(differed).toBeGreaterThan(combinations / 2);
}, 600_000);

test('what agrees is left as it is', async () => {
  const last = copiesTaken - 1;
  const urls = await copies.put(moments(last, last, last), () => false);
  await reconcile(urls, subgraphs);
  const again = await reconcile(urls, subgraphs);
  expect(again).toMatchObject({ reservations: 0, chargesGivenBack: 0, sessionsEnded: 0 });
});

const mixtures: [string, Record<SubgraphName, number>][] = [
  ['catalog from before', moments(9, 1, 9)],
  ['purchase from before', moments(9, 9, 1)],
  ['auth from before', moments(1, 9, 9)],
  ['auth alone from now', moments(9, 1, 2)],
];

test.each(inTurn(mixtures, 2))('%s: the store works on it, and comes to rest', async (_, numbers) => {
  const { urls, before } = await violationsOf(numbers);
  expect(before.length).toBeGreaterThan(0);
  const again = await startTestStore('reconciled', { databases: urls });
  try {
    const more = await Shoppers.start(new StoreUser(again.description), 2);
    await delay(3_000);
    await more.stop();
    expect(more.diaries.length).toBeGreaterThan(0);
    expect(await violationsAtRest(urls)).toEqual([]);
  } finally {
    await again.stop();
  }
});
