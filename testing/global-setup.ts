import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareBundle } from '../deploy/bundle/entry-of.ts';
import { buildPages } from '../deploy/local/build-pages.ts';
import { startDatabaseServer } from '../deploy/local/database-server.ts';
import { places } from '../deploy/local/places.ts';
import { readTestSettings } from './env.ts';
import { keep, stopKept } from './kept.ts';
import { dropOldDatabases } from './test-databases.ts';
import { startTestStore } from './test-store.ts';

async function startServer(): Promise<string> {
  const server = await startDatabaseServer({
    folder: join(places.data, 'test', 'mysql'),
    durable: false,
    log: line => console.log(line),
  });
  keep(() => server.stop());
  return server.adminUrl;
}

async function startAll(): Promise<void> {
  // What takes long to make and is the same for all tests of a run is kept under this name.
  rmSync(join(places.data, 'test', 'aws'), { recursive: true, force: true });
  process.env.TEST_RUN = randomUUID();
  const { signal } = new AbortController();
  await prepareBundle(signal);
  await buildPages(signal);
  // In the place of the file that may hold it, for the tests.
  process.env.TEST_DATABASE_ADMIN_URL = readTestSettings().TEST_DATABASE_ADMIN_URL ?? (await startServer());
  delete process.env.TEST_DATABASE_ADMIN_URL_FILE;
  await dropOldDatabases();
  const settings = { MAIL_DIR: join(places.data, 'test', 'mail') };
  const store = await startTestStore('shared', { settings });
  keep(() => store.stop());
  process.env.TEST_SHARED_STORE = JSON.stringify(store.description);
}

/** Once a run: a database server for the tests alone, and a store that the tests which break nothing share. */
export default async function globalSetup(): Promise<void> {
  try {
    await startAll();
  } catch (error) {
    await stopKept();
    throw error;
  }
}
