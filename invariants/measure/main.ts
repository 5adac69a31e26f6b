import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { startDatabaseServer } from '../../deploy/local/database-server.ts';
import { createDatabases, type DatabaseUrls } from '../../deploy/local/databases.ts';
import { migrateDatabases } from '../../deploy/local/migrate.ts';
import { places } from '../../deploy/local/places.ts';
import { databaseSetting, subgraphs } from '../../runtime/services.ts';
import { checkInvariants } from '../check-invariants.ts';
import { rowsOf } from './made-up-rows.ts';
import { type MadeUpWork, madeUpWork, underWay } from './made-up-work.ts';

// node invariants/measure/main.ts [PURCHASES]: how long the oracle takes on so many purchases (a million), and how much
// memory; at rest, and with much under way. It makes them once, in a database server of its own under .data/measure,
// which stays for the next time. The server keeps what it has read in memory, as one of a store that size does; the
// first run tells how long it takes where it must be read from files.

const purchases = Number(process.argv[2] ?? 1_000_000);
const runs = 4;
/** Bytes that the server keeps in memory. */
const bufferPool = 4 * 1024 ** 3;

async function fill(databases: DatabaseUrls): Promise<void> {
  for (const subgraph of subgraphs) {
    const connection = await createConnection(databases[subgraph]);
    try {
      await connection.query("SET time_zone = '+00:00'");
      const [tables] = await connection.query<RowDataPacket[]>("SHOW TABLES LIKE 'measured'");
      if (tables.length > 0) continue;
      console.log(`making ${purchases.toLocaleString('en')} purchases in the database of ${subgraph} …`);
      for (const statement of rowsOf(subgraph, purchases)) await connection.query(statement);
      await connection.query('CREATE TABLE measured (n INT)');
    } finally {
      await connection.end();
    }
  }
}

async function enlargeBufferPool(adminUrl: string): Promise<void> {
  const connection = await createConnection(adminUrl);
  await connection.query('SET GLOBAL innodb_buffer_pool_size = ?', [bufferPool]);
  await connection.end();
}

/** Runs statements in the database of a subgraph: all of them, or none. */
async function change(url: string, statements: readonly string[]): Promise<void> {
  const connection = await createConnection(url);
  try {
    await connection.query("SET time_zone = '+00:00'");
    await connection.beginTransaction();
    for (const statement of statements) await connection.query(statement);
    await connection.commit();
  } finally {
    await connection.end();
  }
}

async function changeAll(
  databases: DatabaseUrls,
  statementsOf: (work: MadeUpWork) => readonly string[],
): Promise<void> {
  for (const work of madeUpWork) await change(databases[work.subgraph], statementsOf(work));
}

async function measure(databases: DatabaseUrls, state: string): Promise<void> {
  for (let run = 1; run <= runs; run += 1) {
    const start = Date.now();
    const { violations, counts } = await checkInvariants(databases);
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    const megabytes = Math.round(process.memoryUsage.rss() / 1e6);
    console.log(
      `${counts.purchases} purchases, ${state}: ${seconds} s, ${violations.length} violations, ${megabytes} MB`,
    );
  }
}

const server = await startDatabaseServer({
  folder: join(places.data, 'measure', String(purchases)),
  durable: false,
  log: line => console.log(line),
});
try {
  const databases = await createDatabases({
    adminUrl: server.adminUrl,
    passwordFile: join(places.data, 'measure', String(purchases), 'passwords.json'),
  });
  const settings = Object.fromEntries(subgraphs.map(name => [databaseSetting(name), databases[name]]));
  await migrateDatabases({ ...process.env, ...settings }, new AbortController().signal);
  await fill(databases);
  await enlargeBufferPool(server.adminUrl);
  // What a run that was stopped has left.
  await changeAll(databases, work => work.takeOut);
  await measure(databases, 'at rest');
  await changeAll(databases, work => work.put);
  const { openPayments, subjectsBehind } = underWay;
  await measure(databases, `${openPayments} payments open and ${subjectsBehind} subjects behind`);
  await changeAll(databases, work => work.takeOut);
} finally {
  await server.stop();
}
