import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PurchaseSchema } from '../subgraphs/purchase/purchase.ts';
import { runAsAdministrator } from '../testing/test-databases.ts';
import { sharedStore } from '../testing/use-store.ts';
import { type Database, openDatabase } from './database.ts';
import { isDatabaseDown } from './database-errors.ts';
import { createLogger } from './logger.ts';

const settings = {
  DATABASE_POOL_SIZE: 3,
  STATEMENT_TIMEOUT_MS: 2_000,
  POOL_TIMEOUT_MS: 1_000,
  READER_MAX_LAG_SECONDS: 5,
};

let database: Database;

beforeAll(async () => {
  const url = sharedStore().description.databases.purchase;
  const logger = createLogger('test', 'silent');
  database = await openDatabase({
    url,
    readerUrls: [url, url],
    entities: [PurchaseSchema],
    settings,
    logger,
  });
});

afterAll(async () => {
  await database.close();
});

const ask = <Row>(statement: string, connectionType: 'write' | 'read' = 'write') =>
  database.fork().execute<Row[]>(statement, [], { connectionType });

/** The ids of all connections of the pool. */
const connectionIds = async (): Promise<number[]> => {
  const rows = await Promise.all(
    Array.from({ length: settings.DATABASE_POOL_SIZE }, () =>
      ask<{ id: number }>('SELECT CONNECTION_ID() AS id, SLEEP(0.2)'),
    ),
  );
  return rows.flatMap(([row]) => row?.id ?? []);
};

test('every connection, to the writer and to each reader, is READ COMMITTED and in UTC, and waits a second for a lock', async () => {
  const look = async (connectionType: 'write' | 'read') => {
    const [rows, levels] = await Promise.all([
      ask<object>(
        'SELECT @@time_zone AS zone, @@innodb_lock_wait_timeout AS patience, SLEEP(0.2)',
        connectionType,
      ),
      ask<{ Value: string }>(
        "SHOW SESSION VARIABLES WHERE Variable_name IN ('tx_isolation', 'transaction_isolation')",
        connectionType,
      ),
    ]);
    expect(rows[0]).toMatchObject({ zone: '+00:00', patience: 1 });
    expect(levels[0]?.Value).toBe('READ-COMMITTED');
  };
  await Promise.all(Array.from({ length: 6 }, (_, index) => look(index % 2 ? 'write' : 'read')));
});

test('a statement that takes too long is given up by the server, and its connection is used again', async () => {
  const before = await connectionIds();
  const tables = ['a', 'b', 'c'].map(name => `information_schema.columns ${name}`);
  const error = await ask(`SELECT COUNT(*) FROM ${tables.join(', ')}`).catch(reason => reason);
  expect([3024, 1969]).toContain(error.errno);
  expect(isDatabaseDown(error)).toBe(true);
  expect((await connectionIds()).sort()).toEqual(before.sort());
});

test('who waits too long for a connection is told so, and the next one is served', async () => {
  const asked = Array.from({ length: 4 }, () => ask('SELECT SLEEP(1.4)'));
  const results = await Promise.allSettled(asked);
  const refused = results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []));
  expect(refused).toMatchObject([{ code: 'POOL_TIMEOUT' }]);
  expect(isDatabaseDown(refused[0])).toBe(true);
  await expect(database.ping()).resolves.toBeUndefined();
});

test('connections that were closed while nobody used them fail nothing', async () => {
  const before = await connectionIds();
  // Where one has died the pool closes the other idle ones: there may be less to kill.
  await Promise.allSettled(before.map(id => runAsAdministrator(`KILL ${id}`)));
  await delay(200);
  const after = await connectionIds();
  expect(after.filter(id => before.includes(id))).toEqual([]);
});
