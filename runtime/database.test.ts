import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PurchaseSchema } from '../subgraphs/purchase/purchase.ts';
import { sharedStore } from '../testing/use-store.ts';
import { type Database, openDatabase } from './database.ts';

let database: Database;

beforeAll(async () => {
  const url = sharedStore().description.databases.purchase;
  database = await openDatabase({ url, readerUrls: [url, url], entities: [PurchaseSchema] });
});

afterAll(async () => {
  await database.close();
});

test('every connection, to the writer and to each reader, is READ COMMITTED and in UTC', async () => {
  const ask = async (connectionType: 'write' | 'read') => {
    const statement =
      'SELECT @@time_zone AS zone, @@innodb_lock_wait_timeout AS patience, CONNECTION_ID() AS id, SLEEP(0.2)';
    const isolation =
      "SHOW SESSION VARIABLES WHERE Variable_name IN ('tx_isolation', 'transaction_isolation')";
    const em = database.fork();
    const [rows, levels] = await Promise.all([
      em.execute<{ zone: string; patience: number }[]>(statement, [], { connectionType }),
      em.execute<{ Value: string }[]>(isolation, [], { connectionType }),
    ]);
    expect(rows[0]).toMatchObject({ zone: '+00:00', patience: 5 });
    expect(levels[0]?.Value).toBe('READ-COMMITTED');
  };
  await Promise.all(Array.from({ length: 12 }, (_, index) => ask(index % 2 ? 'write' : 'read')));
});
