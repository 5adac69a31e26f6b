import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { startDatabaseServer } from '../../deploy/local/database-server.ts';
import { createDatabases, type DatabaseUrls } from '../../deploy/local/databases.ts';
import { migrateDatabases } from '../../deploy/local/migrate.ts';
import { places } from '../../deploy/local/places.ts';
import { subgraphs } from '../../runtime/services.ts';
import { checkInvariants } from '../check-invariants.ts';
import { rowsOf } from './made-up-rows.ts';

// node invariants/measure/main.ts [PURCHASES]: how long the oracle takes on so many purchases (a million), and how much
// memory. It makes them once, in a database server of its own under .data/measure, which stays for the next time.

const purchases = Number(process.argv[2] ?? 1_000_000);
const runs = 3;

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
  const settings = Object.fromEntries(
    subgraphs.map(name => [`DATABASE_URL_${name.toUpperCase()}`, databases[name]]),
  );
  await migrateDatabases(() => ({ ...process.env, ...settings }), new AbortController().signal);
  await fill(databases);
  for (let run = 1; run <= runs; run += 1) {
    const start = Date.now();
    const { violations, counts } = await checkInvariants(databases);
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    const megabytes = Math.round(process.memoryUsage.rss() / 1e6);
    console.log(
      `${counts.purchases} purchases: ${seconds} s, ${violations.length} violations, ${megabytes} MB`,
    );
  }
} finally {
  await server.stop();
}
