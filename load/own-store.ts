import { join } from 'node:path';
import { buildPages } from '../deploy/local/build-pages.ts';
import { type DatabaseServer, startDatabaseServer } from '../deploy/local/database-server.ts';
import { places } from '../deploy/local/places.ts';
import { startTestStore, type TestStore } from '../testing/test-store.ts';

/**
 * Measures a store that is there for this alone, with a database server of its own that syncs each commit to the disk. Both
 * stop at the end, however it ends. `name` is the folder of its database in .data.
 */
export async function withOwnStore(
  name: string,
  options: Parameters<typeof startTestStore>[1],
  measure: (store: TestStore, server: DatabaseServer) => Promise<void>,
): Promise<void> {
  await buildPages(new AbortController().signal);
  const folder = join(places.data, name, 'mysql');
  const server = await startDatabaseServer({ folder, log: line => console.log(line) });
  try {
    process.env.TEST_DATABASE_ADMIN_URL = server.adminUrl;
    const store = await startTestStore(name, options);
    try {
      await measure(store, server);
    } finally {
      await store.stop();
    }
  } finally {
    await server.stop();
  }
}
