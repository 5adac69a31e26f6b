import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { buildPages } from '../../deploy/local/build-pages.ts';
import { type DatabaseServer, startDatabaseServer } from '../../deploy/local/database-server.ts';
import { ensureDatabaseProgram } from '../../deploy/local/install-database.ts';
import { places } from '../../deploy/local/places.ts';

/** Where the store half keeps its databases, keys and logs, from one run to the next. */
export const storeFolder = join(places.data, 'bench', 'store');

// As much as a server for a million books would be given; the launcher's default is for a demonstration.
const bufferPoolBytes = 2 * 1024 ** 3;

/** Runs one statement as the administrator of a server. */
export async function runAtServer(adminUrl: string, statement: string): Promise<void> {
  const connection = await createConnection(adminUrl);
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}

/** The database server that all shops of the bench share: durable, with room for a million books in memory. */
export async function openServer(): Promise<DatabaseServer> {
  const { signal } = new AbortController();
  mkdirSync(storeFolder, { recursive: true, mode: 0o700 });
  await ensureDatabaseProgram(signal);
  await buildPages(signal);
  const server = await startDatabaseServer({
    folder: join(storeFolder, 'mysql'),
    log: line => console.log(line),
  });
  process.env.TEST_DATABASE_ADMIN_URL = server.adminUrl;
  try {
    await runAtServer(server.adminUrl, `SET GLOBAL innodb_buffer_pool_size = ${bufferPoolBytes}`);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** Runs work that writes much, without waiting for the disk at each commit; what is lost in a crash is written anew. */
export async function writeFast<Result>(adminUrl: string, work: () => Promise<Result>): Promise<Result> {
  await runAtServer(adminUrl, 'SET GLOBAL innodb_flush_log_at_trx_commit = 2');
  try {
    return await work();
  } finally {
    await runAtServer(adminUrl, 'SET GLOBAL innodb_flush_log_at_trx_commit = 1');
  }
}
