import { beforeAll, expect, test } from '@jest/globals';
import { migrateDatabases } from '../deploy/local/migrate.ts';
import { newId } from '../runtime/ids.ts';
import { databaseSetting, subgraphs } from '../runtime/services.ts';
import { createTestDatabases } from '../testing/test-databases.ts';
import { StoreUser } from '../testing/use-store.ts';
import { outboxLag } from './outbox-lag.ts';

let store: StoreUser;

beforeAll(async () => {
  const databases = await createTestDatabases('lag');
  const urls = subgraphs.map(name => [databaseSetting(name), databases[name]] as const);
  const settings = { ...process.env, ...Object.fromEntries(urls) };
  await migrateDatabases(settings, new AbortController().signal);
  store = new StoreUser({ databases, gatewayUrls: [], signingKey: '', internalTokenSecret: '', ports: [] });
});

test('an event that is not delivered counts with how long it has waited', async () => {
  const since = '2026-01-01 00:00:00';
  expect(await outboxLag(store, 'catalog', since)).toEqual({ events: 0, p99: 0 });
  const tell = (deliveredAt: string) =>
    store.rows(
      'catalog',
      `INSERT INTO outbox_event (id, stream, type, version, subject, subject_sequence, occurred_at, body, delivered_at)
       VALUES (?, 'book', 'BookPublished', 1, ?, 1, UTC_TIMESTAMP(3) - INTERVAL 60 SECOND, '{}', ${deliveredAt})`,
      [newId(), newId()],
    );
  await tell('occurred_at + INTERVAL 100000 MICROSECOND');
  expect(await outboxLag(store, 'catalog', since)).toEqual({ events: 1, p99: 100 });
  await tell('NULL');
  const { events, p99 } = await outboxLag(store, 'catalog', since);
  expect(events).toBe(2);
  expect(p99).toBeGreaterThanOrEqual(60_000);
});
