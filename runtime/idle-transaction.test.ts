import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openScratchDatabase } from '../testing/scratch-database.ts';
import { untilAnswered } from '../testing/until-answered.ts';
import type { Database } from './database.ts';
import { isDatabaseDown } from './database-errors.ts';
import { transaction } from './transaction.ts';

const settings = {
  DATABASE_POOL_SIZE: 3,
  STATEMENT_TIMEOUT_MS: 2_000,
  POOL_TIMEOUT_MS: 1_000,
  READER_MAX_LAG_SECONDS: 5,
};

let database: Database;

beforeAll(async () => {
  const counter = 'CREATE TABLE counter (id INT PRIMARY KEY, value INT NOT NULL) ENGINE=InnoDB';
  database = await openScratchDatabase('idle', [counter], settings);
  await database.fork().execute('INSERT INTO counter VALUES (1, 0)');
});

afterAll(async () => {
  await database.close();
});

const add = (value: number) => `UPDATE counter SET value = value + ${value} WHERE id = 1`;

test('a transaction that hangs keeps a row for as long as a statement may take, and is undone', async () => {
  const { promise: isLocked, resolve: locked } = Promise.withResolvers<void>();
  const { promise: hanging, resolve: goOn } = Promise.withResolvers<void>();
  const hung = transaction(database.fork(), async tx => {
    await tx.execute(add(1));
    locked();
    await hanging;
    await tx.execute(add(1));
  });
  await isLocked;
  const began = performance.now();
  await untilAnswered(() => transaction(database.fork(), tx => tx.execute(add(10))));
  expect(performance.now() - began).toBeGreaterThan(1_000);
  goOn();
  expect(isDatabaseDown(await hung.catch(error => error))).toBe(true);
  expect(await database.fork().execute('SELECT value FROM counter')).toEqual([{ value: 10 }]);
});
