import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { ifInTime } from '../../runtime/in-time.ts';
import { publishBook, purchaseBook } from '../../testing/operations.ts';
import { runAsAdministrator } from '../../testing/test-databases.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { times } from '../../testing/times.ts';
import { untilAnswered } from '../../testing/until-answered.ts';
import { type Person, StoreUser } from '../../testing/use-store.ts';

/** Twice as many as the gateway sends to purchase, and purchase to catalog, at a time. */
const atOnce = 40;
/** Less than the row is waited for twice, each time for half of STATEMENT_TIMEOUT_MS. */
const quickMilliseconds = 8_000;

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  const settings = { POOL_TIMEOUT_MS: '2000', STATEMENT_TIMEOUT_MS: '10000' };
  running = await startTestStore('busybuyer', { settings });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

const statusOf = async (buyer: Person, bookId: string, idempotencyKey: string = randomUUID()) =>
  (await purchaseBook(buyer.client, { bookId, idempotencyKey })).purchase?.status;

/** Keeps everybody else from reserving for a buyer, as a process does that was stopped in the middle; answers how to let go. */
async function takeRowOf({ id }: Person): Promise<() => Promise<void>> {
  const holder = await createConnection(running.description.databases.catalog);
  await holder.beginTransaction();
  await holder.query('SELECT id FROM buyer WHERE id = ? FOR UPDATE', [id]);
  return () => holder.end();
}

/** How many connections wait for the buyer's row. */
async function waitingFor({ id }: Person): Promise<number> {
  const processes = await runAsAdministrator('SHOW FULL PROCESSLIST');
  const statements = processes.map(({ Info }) => String(Info));
  return statements.filter(text => text.includes('INTO buyer') && text.includes(id)).length;
}

test('of ten purchases of one buyer at once none is told to come again', async () => {
  const [buyer, bookId] = [store.person(), await publishBook(store.person().client, { stock: 10 })];
  expect(new Set(await times(10, () => statusOf(buyer, bookId)))).toEqual(new Set(['AWAITING_PAYMENT']));
});

test(`one buyer with ${atOnce} purchases at once that cannot go on keeps nobody else waiting, and gets all of them in the end`, async () => {
  const [busy, other] = [store.person(), store.person()];
  const bookId = await publishBook(store.person().client, { stock: 2 * atOnce });
  expect(await statusOf(busy, bookId)).toBe('AWAITING_PAYMENT');
  const letGo = await takeRowOf(busy);
  const bought = times(atOnce, () => {
    const key = randomUUID();
    return untilAnswered(() => statusOf(busy, bookId, key));
  });
  try {
    await untilAnswered(async () => expect(await waitingFor(busy)).toBeGreaterThan(0));
    await delay(300);
    expect(await waitingFor(busy)).toBeLessThanOrEqual(2);
    const search = store.nobody().ask('{ books(query: "voragine", first: 3) { nodes { id title } } }');
    const others = Promise.all([statusOf(other, bookId), search.then(() => 'found')]);
    expect(await ifInTime(others, quickMilliseconds)).toEqual(['AWAITING_PAYMENT', 'found']);
  } finally {
    await letGo();
  }
  expect(new Set(await bought)).toEqual(new Set(['AWAITING_PAYMENT']));
  const reserved = await store.rows(
    'catalog',
    "SELECT purchase_id FROM stock_reservation WHERE buyer_id = ? AND status = 'RESERVED'",
    [busy.id],
  );
  expect(reserved).toHaveLength(atOnce + 1);
}, 120_000);
