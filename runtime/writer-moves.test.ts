import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDatabases, type DatabaseUrls } from '../deploy/local/databases.ts';
import { places } from '../deploy/local/places.ts';
import { DatabaseProcess } from '../testing/database-process.ts';
import { readTestSettings } from '../testing/env.ts';
import { publishBook } from '../testing/operations.ts';
import { startTestStore, type TestStore } from '../testing/test-store.ts';
import { untilAnswered } from '../testing/until-answered.ts';
import { StoreUser } from '../testing/use-store.ts';
import { type Writing, writeForEver } from '../testing/write-for-ever.ts';

/** How often the database is killed: WRITER_KILLS=10 for the long variant. */
const { WRITER_KILLS: kills } = readTestSettings();
const writers = 100;
const recoveryMilliseconds = 10_000;

const host = 'writer.test';
const folder = join(places.data, 'test');
const hostFile = join(folder, 'writer-address');

let server: DatabaseProcess;
let running: TestStore;
let store: StoreUser;

/** At once: no program may read a file that is empty still. */
function nameServerSays(address: string): void {
  writeFileSync(`${hostFile}.next`, address);
  renameSync(`${hostFile}.next`, hostFile);
}

const named = (url: string) => url.replace('@127.0.0.1:', `@${host}:`);

beforeAll(async () => {
  server = await DatabaseProcess.create(join(folder, 'writer'));
  const urls = await createDatabases({
    adminUrl: server.adminUrl,
    passwordFile: join(folder, 'passwords-writer.json'),
    prefix: 'writer',
  });
  const databases: DatabaseUrls = {
    auth: named(urls.auth),
    catalog: named(urls.catalog),
    purchase: named(urls.purchase),
  };
  nameServerSays(server.host);
  running = await startTestStore('writer', {
    databases,
    settings: {
      NODE_OPTIONS: `--import=${new URL('../testing/resolve-by-file.ts', import.meta.url).href}`,
      MOVING_HOST: host,
      MOVING_HOST_FILE: hostFile,
      // As in production: this is about them.
      STATEMENT_TIMEOUT_MS: '2000',
      POOL_TIMEOUT_MS: '1000',
      SISTER_TIMEOUT_MS: '1500',
      SUBGRAPH_TIMEOUT_MS: '2000',
      REQUEST_TIMEOUT_MS: '5000',
    },
  });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running?.stop();
  await server?.stop('SIGKILL');
});

function noMoreWrites({ lastBookAt, lastPurchaseAt, failures }: Writing): string {
  const since = (last: number) => `${Math.round((performance.now() - last) / 1_000)} s`;
  const told = JSON.stringify(Object.fromEntries(failures));
  return `no book was published for ${since(lastBookAt)}, nothing bought for ${since(lastPurchaseAt)}; failed: ${told}`;
}

/** Resolves with how long it takes until a book and a purchase are acknowledged, in milliseconds. */
async function timeToNextWrites(writing: Writing): Promise<number> {
  const began = performance.now();
  for (;;) {
    const last = Math.min(writing.lastBookAt, writing.lastPurchaseAt);
    if (last > began) return last - began;
    if (performance.now() - began > 3 * recoveryMilliseconds) throw new Error(noMoreWrites(writing));
    await delay(10);
  }
}

/** Those of the acknowledged ids that are not in a table. */
async function lost(table: string, acknowledged: readonly string[]): Promise<string[]> {
  const rows = await server.run(`SELECT id FROM ${table}`);
  const kept = new Set(rows.map(({ id }) => id));
  return acknowledged.filter(id => !kept.has(id));
}

async function expectNothingLost({ books, purchases, failures }: Writing): Promise<void> {
  expect([
    await lost('writer_catalog.book', books),
    await lost('writer_purchase.purchase', purchases),
  ]).toEqual([[], []]);
  expect([...failures.keys()].filter(code => code !== 'SERVICE_UNAVAILABLE')).toEqual([]);
}

test(
  'the database is killed under a hundred writers: no acknowledged write is lost, and writing goes on when it is back',
  async () => {
    const writing = await writeForEver(store, writers);
    const times: number[] = [];
    for (let round = 0; round < kills; round += 1) {
      await timeToNextWrites(writing);
      await delay(1_000 + 500 * Math.random());
      await server.stop('SIGKILL');
      await server.start();
      times.push(await timeToNextWrites(writing));
    }
    await writing.stop();
    const { books, purchases, failures } = writing;
    console.log(
      `${kills} kills under ${writers} writers: ${books.length + purchases.length} writes acknowledged, writing again after ${times.map(Math.round).join(', ')} ms; failed meanwhile: ${JSON.stringify(Object.fromEntries(failures))}`,
    );
    await expectNothingLost(writing);
    expect(Math.max(...times)).toBeLessThan(recoveryMilliseconds);
  },
  60_000 * (kills + 1),
);

test('the writer moves to another address: the store follows its name', async () => {
  const writing = await writeForEver(store, 10);
  await timeToNextWrites(writing);
  await server.stop('SIGTERM');
  nameServerSays('127.0.0.2');
  await server.start('127.0.0.2');
  const time = await timeToNextWrites(writing);
  await delay(500);
  await writing.stop();
  console.log(`the writer moved: writing again after ${Math.round(time)} ms`);
  await expectNothingLost(writing);
  expect(time).toBeLessThan(recoveryMilliseconds);
});

test('the database hangs for ten seconds: everybody is told in time, and all is well afterwards', async () => {
  const writing = await writeForEver(store, 30);
  await timeToNextWrites(writing);
  server.signal('SIGSTOP');
  await delay(10_000);
  server.signal('SIGCONT');
  const time = await timeToNextWrites(writing);
  await delay(500);
  await writing.stop();
  console.log(
    `the database hung: the slowest request took ${Math.round(writing.longest)} ms, writing again after ${Math.round(time)} ms; failed meanwhile: ${JSON.stringify(Object.fromEntries(writing.failures))}`,
  );
  await expectNothingLost(writing);
  expect(writing.failures.get('SERVICE_UNAVAILABLE')).toBeGreaterThan(0);
  expect(writing.longest).toBeLessThan(5_500);
  expect(time).toBeLessThan(recoveryMilliseconds);
  await untilAnswered(() => publishBook(store.person().client));
});
