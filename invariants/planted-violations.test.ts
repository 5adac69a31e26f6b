import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { subgraphs } from '../runtime/services.ts';
import { violations } from '../testing/invariants.ts';
import { startTestStore, type TestStore } from '../testing/test-store.ts';
import { StoreUser } from '../testing/use-store.ts';
import { checkInvariants } from './check-invariants.ts';
import { invariantNames } from './invariants.ts';
import { deletionPlants } from './planted/deletion-plants.ts';
import { eventPlants } from './planted/event-plants.ts';
import { historyPlants } from './planted/history-plants.ts';
import { keyPlants } from './planted/key-plants.ts';
import { moneyPlants } from './planted/money-plants.ts';
import { oneOfEach } from './planted/one-of-each.ts';
import { type Ids, type Plant, unknownId } from './planted/plant.ts';
import { stockPlants } from './planted/stock-plants.ts';
import { timePlants } from './planted/time-plants.ts';

const plants = [
  ...stockPlants,
  ...keyPlants,
  ...moneyPlants,
  ...timePlants,
  ...historyPlants,
  ...eventPlants,
  ...deletionPlants,
];

let running: TestStore;
let store: StoreUser;
let ids: Ids;

/** The store's processes are gone by then: nothing moves, and nobody mends what is planted. */
const look = () => checkInvariants(store.description.databases, { graceSeconds: 60, pauses: [10] });

beforeAll(async () => {
  running = await startTestStore('planted');
  store = new StoreUser(running.description);
  ids = await oneOfEach(store);
  await running.stop();
  // An event that was delivered just now may still be on its way, by a broker.
  const delivered = 'UPDATE outbox_event SET delivered_at = delivered_at - INTERVAL 1 DAY';
  for (const subgraph of subgraphs) await store.rows(subgraph, delivered);
});

afterAll(async () => {
  await running.stop();
});

test('a store that was used in every way is sound, and everything in it is counted', async () => {
  const { violations, counts, figures, totals } = await look();
  expect(violations).toEqual([]);
  expect(counts).toMatchObject({
    books: 1,
    purchases: 8,
    histories: 8,
    reservations: 8,
    payments: 5,
    charges: 5,
  });
  expect(figures.purchasesByStatus).toEqual({
    AWAITING_PAYMENT: 1,
    PAID: 1,
    SHIPPED: 1,
    DELIVERED: 1,
    CANCELLED: 2,
    EXPIRED: 1,
    REJECTED: 1,
  });
  expect(figures.reservationsByStatus).toEqual({ RESERVED: 1, COMMITTED: 3, RELEASED: 3, REFUSED: 1 });
  // Each of two copies of 12.50, sent for 50.00: three are paid, one is refunded.
  expect(totals).toEqual({ stock_on_hand: 12 });
  expect(figures.capturedByCurrency).toEqual({ USD: 22_500 });
  expect(figures.refundedByCurrency).toEqual({ USD: 7_500 });
});

test('what one statement finds is told at once, and not looked at again', async () => {
  const deadLetter = eventPlants.find(({ invariant }) => invariant === 'no_dead_letters');
  for (const statement of deadLetter?.plant(ids) ?? []) await store.rows('auth', statement);
  const began = performance.now();
  const { violations } = await checkInvariants(store.description.databases, { pauses: [60_000] });
  for (const statement of deadLetter?.undo(ids) ?? []) await store.rows('auth', statement);
  expect(violations.map(({ invariant }) => invariant)).toEqual(['no_dead_letters']);
  expect(performance.now() - began).toBeLessThan(30_000);
});

test('tests that know how many copies were put in notice a book that is gone or was miscounted', async () => {
  const put = new Map([
    [ids.book, 20],
    [unknownId, 1],
  ]);
  expect(await violations(store, put)).toMatchObject([{ invariant: 'copies_add_up', id: unknownId }]);
  expect(await violations(store, new Map([[ids.book, 21]]))).toMatchObject([{ id: ids.book }]);
});

test('for every invariant a violation is planted', () => {
  expect(new Set(plants.map(({ invariant }) => invariant))).toEqual(new Set(invariantNames));
});

describe('a planted violation is found and named', () => {
  let undo: { plant: Plant; statements: string[] } | undefined;

  afterEach(async () => {
    for (const statement of undo?.statements ?? [])
      await store.rows(undo?.plant.database ?? 'purchase', statement);
    undo = undefined;
    expect((await look()).violations).toEqual([]);
  });

  test.each(plants.map(plant => [`${plant.invariant}: ${plant.what}`, plant] as const))(
    '%s',
    async (_, plant) => {
      undo = { plant, statements: plant.undo(ids) };
      for (const statement of plant.plant(ids)) await store.rows(plant.database, statement);
      const { violations } = await look();
      const found = violations.find(
        ({ invariant, id }) => invariant === plant.invariant && id === plant.names(ids),
      );
      expect({ found, violations }).toMatchObject({
        found: { seen: expect.stringMatching(/\w/), expected: expect.stringMatching(/\w/) },
      });
    },
  );
});
