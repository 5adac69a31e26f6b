import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { EntityManager } from '@mikro-orm/mysql';
import { UserSchema } from '../subgraphs/auth/user.ts';
import { createTestDatabases } from '../testing/test-databases.ts';
import { Wire } from '../testing/wire.ts';
import { type Database, openDatabase } from './database.ts';
import { isDatabaseDown } from './database-errors.ts';
import { createLogger } from './logger.ts';
import { transaction } from './transaction.ts';

const settings = {
  DATABASE_POOL_SIZE: 5,
  STATEMENT_TIMEOUT_MS: 2_000,
  POOL_TIMEOUT_MS: 1_000,
  READER_MAX_LAG_SECONDS: 5,
};

let wire: Wire;
let database: Database;

beforeAll(async () => {
  const url = new URL((await createTestDatabases('transaction')).catalog);
  wire = await Wire.to(Number(url.port || 3306));
  url.host = `127.0.0.1:${wire.port}`;
  const logger = createLogger('test', 'silent');
  database = await openDatabase({ url: url.href, entities: [UserSchema], settings, logger });
  await database.fork().execute('CREATE TABLE counter (id INT NOT NULL PRIMARY KEY, value INT NOT NULL)');
});

afterAll(async () => {
  await database.close();
  await wire.close();
});

beforeEach(async () => {
  await database.fork().execute('DELETE FROM counter');
  await database.fork().execute('INSERT INTO counter (id, value) VALUES (1, 0), (2, 0)');
});

const increase = (tx: EntityManager, id = 1) =>
  tx.execute('UPDATE counter SET value = value + 1 WHERE id = ?', [id], 'run');

const valueNow = async (id = 1) => {
  const rows = await database
    .fork()
    .execute<{ value: number }[]>('SELECT value FROM counter WHERE id = ?', [id]);
  return rows[0]?.value;
};

/** Counts its runs, as the work of a transaction. */
function counted() {
  const runs = { count: 0 };
  const work = async (tx: EntityManager) => {
    runs.count += 1;
    await increase(tx);
  };
  return { runs, work };
}

const reasonFor = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    reason => reason,
  );

test('a transaction that cannot begin, because its connection has died, begins on another one', async () => {
  const { runs, work } = counted();
  wire.cutAt('begin', false);
  await transaction(database.fork(), work);
  expect([runs.count, await valueNow()]).toEqual([1, 1]);
});

test('a transaction whose connection dies in the middle is undone, and the caller is told', async () => {
  const { runs, work } = counted();
  wire.cutAt('UPDATE counter', true);
  const reason = await reasonFor(transaction(database.fork(), work));
  expect(isDatabaseDown(reason)).toBe(true);
  expect([runs.count, await valueNow()]).toEqual([1, 0]);
});

test('a COMMIT whose answer is lost is not tried again: the caller is told that nobody knows', async () => {
  const { runs, work } = counted();
  wire.cutAt('commit', true);
  const reason = await reasonFor(transaction(database.fork(), work));
  expect(isDatabaseDown(reason)).toBe(true);
  expect([runs.count, await valueNow()]).toEqual([1, 1]);
});

test('the victim of a deadlock does it all again', async () => {
  const order = async (first: number, second: number) =>
    transaction(database.fork(), async tx => {
      await increase(tx, first);
      await tx.execute('DO SLEEP(0.2)');
      await increase(tx, second);
    });
  await Promise.all([order(1, 2), order(2, 1)]);
  expect([await valueNow(1), await valueNow(2)]).toEqual([2, 2]);
});

test('who waits for a lock for too long is told so within the time that a request has at the gateway, or little more', async () => {
  const { promise: isOver, resolve: over } = Promise.withResolvers<true>();
  const { promise: isLocked, resolve: locked } = Promise.withResolvers<void>();
  const holding = transaction(database.fork(), async tx => {
    await increase(tx);
    locked();
    // The server undoes a transaction in which nothing is asked for.
    while (!(await Promise.race([isOver, delay(200, false)]))) await tx.execute('SELECT 1');
  });
  await isLocked;
  const began = performance.now();
  const reason = await reasonFor(transaction(database.fork(), tx => increase(tx)));
  const taken = performance.now() - began;
  over(true);
  await holding;
  expect(isDatabaseDown(reason)).toBe(true);
  expect(taken).toBeGreaterThan(900);
  expect(taken).toBeLessThan(4_000);
});

test('a server that says nothing is given up, nobody waits in line for it, and all is well when it speaks again', async () => {
  await Promise.all(Array.from({ length: 5 }, () => database.fork().execute('SELECT SLEEP(0.1)')));
  wire.freeze();
  const began = performance.now();
  const reasons = await Promise.all(
    Array.from({ length: 20 }, () => reasonFor(transaction(database.fork(), tx => increase(tx)))),
  );
  const taken = performance.now() - began;
  wire.thaw();
  expect(reasons.filter(reason => !isDatabaseDown(reason))).toEqual([]);
  expect(new Set(reasons.map(reason => reason.code))).toEqual(new Set(['STATEMENT_TIMEOUT', 'POOL_TIMEOUT']));
  expect(taken).toBeLessThan(6_000);
  await transaction(database.fork(), tx => increase(tx));
  expect(await valueNow()).toBe(1);
});
