import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { buildPages } from '../../deploy/local/build-pages.ts';
import type { DatabaseUrls } from '../../deploy/local/databases.ts';
import { migrateDatabases } from '../../deploy/local/migrate.ts';
import { places } from '../../deploy/local/places.ts';
import { rowsOf } from '../../invariants/measure/made-up-rows.ts';
import { finishRestore, restoreDatabases } from '../../restore/restore-store.ts';
import { Steps } from '../../restore/steps.ts';
import { databaseSetting, type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { changeUrls, LoggingServer } from '../../testing/logging-server.ts';
import { Shoppers } from '../../testing/shoppers.ts';
import { startTestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';
import { backUp, copyLogs } from '../back-up.ts';
import { folderSize } from './folder-size.ts';

// node backup/measure/main.ts [PURCHASES] [SECONDS]: makes a store of so many purchases (20,000), backs it up, lets people
// buy for so many seconds (30), and restores all of it into other servers: how long each step takes, how large it is.
// Each database has a server of its own, which is durable: each commit is on the disk.

const purchases = Number(process.argv[2] ?? 20_000);
const seconds = Number(process.argv[3] ?? 30);
const buyers = 8;
const durable = ['--innodb-flush-log-at-trx-commit=1', '--innodb-buffer-pool-size=512M'];
const archive = join(places.data, 'test', 'backups-measured');

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const count = (n: number) => n.toLocaleString('en');
const secondsSince = (began: number) => `${((performance.now() - began) / 1000).toFixed(1)} s`;

/** A server for each subgraph. */
class Servers {
  readonly #servers: Record<SubgraphName, LoggingServer>;
  readonly #prefix: string;

  private constructor(servers: Record<SubgraphName, LoggingServer>, prefix: string) {
    this.#servers = servers;
    this.#prefix = prefix;
  }

  static async start(prefix: string): Promise<Servers> {
    const start = (subgraph: SubgraphName) => LoggingServer.start(`${prefix}-${subgraph}`, durable);
    const [auth, catalog, purchase] = await Promise.all([start('auth'), start('catalog'), start('purchase')]);
    return new Servers({ auth, catalog, purchase }, prefix);
  }

  async databases(): Promise<DatabaseUrls> {
    const empty: DatabaseUrls = { auth: '', catalog: '', purchase: '' };
    return changeUrls(empty, async (_, name) => (await this.#servers[name].databases(this.#prefix))[name]);
  }

  of = (subgraph: SubgraphName): LoggingServer => this.#servers[subgraph];

  async stop(): Promise<void> {
    for (const subgraph of subgraphs) await this.#servers[subgraph].stop();
  }
}

const sources = await Servers.start('measured');
const targets = await Servers.start('anew');

async function fill(databases: DatabaseUrls): Promise<void> {
  const settings = Object.fromEntries(subgraphs.map(name => [databaseSetting(name), databases[name]]));
  await migrateDatabases({ ...process.env, ...settings }, new AbortController().signal);
  for (const subgraph of subgraphs) {
    const url = new URL(sources.of(subgraph).server.adminUrl);
    url.pathname = new URL(databases[subgraph]).pathname;
    const connection = await createConnection(url.href);
    // What is made up is to be in the snapshot alone.
    await connection.query("SET time_zone = '+00:00', sql_log_bin = 0");
    for (const statement of rowsOf(subgraph, purchases)) await connection.query(statement);
    await connection.end();
  }
}

/** Lets people buy, and answers how many purchases they made. */
async function shop(databases: DatabaseUrls): Promise<number> {
  const store = await startTestStore('measured', { databases });
  const shoppers = await Shoppers.start(new StoreUser(store.description), buyers);
  await delay(seconds * 1000);
  await shoppers.stop();
  await store.stop();
  if (shoppers.failures.length > 0)
    console.log(`${shoppers.failures.length} purchases failed: ${shoppers.failures[0]}`);
  return shoppers.diaries.length;
}

async function measure(): Promise<void> {
  await buildPages(new AbortController().signal);
  rmSync(archive, { recursive: true, force: true });
  const databases = await sources.databases();
  const read = await changeUrls(databases, (url, name) => sources.of(name).forBackups(url));
  let began = performance.now();
  await fill(databases);
  console.log(
    `${count(purchases)} purchases made in ${secondsSince(began)}, on ${sources.of('auth').server.kind}`,
  );

  began = performance.now();
  await backUp(archive, read, console.log);
  console.log(`snapshot: ${secondsSince(began)}, ${megabytes(folderSize(join(archive, 'snapshots')))}`);

  const logs = folderSize(join(archive, 'logs'));
  const bought = await shop(databases);
  began = performance.now();
  await copyLogs(archive, read, console.log);
  const grown = folderSize(join(archive, 'logs')) - logs;
  console.log(
    `${count(bought)} purchases in ${seconds} s; their logs copied: ${secondsSince(began)}, ${megabytes(grown)}`,
  );

  const empty = await targets.databases();
  const restored = await changeUrls(empty, (url, name) => targets.of(name).forRestores(url));
  const settings = { archive, databases: restored, recoverySeconds: 10 };
  const steps = new Steps(line => console.log(line));
  await restoreDatabases(settings, { to: 'latest', only: subgraphs, overwrite: false }, steps);
  const { violations } = await finishRestore(settings, subgraphs, steps);
  console.log(`restored in ${steps.seconds.toFixed(0)} s, ${violations.length} violations`);
  for (const violation of violations.slice(0, 5)) console.log(violation);
}

try {
  await measure();
} finally {
  await sources.stop();
  await targets.stop();
}
