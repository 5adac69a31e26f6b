import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createDatabases, type DatabaseUrls } from '../deploy/local/databases.ts';
import { places } from '../deploy/local/places.ts';
import { replayRights } from '../restore/replay/allow-replay.ts';
import type { SubgraphName } from '../runtime/services.ts';
import { DatabaseProcess } from './database-process.ts';

/** What a server needs for its log to be copied: see backup/README.md. */
const options = ['--server-id=1', '--log-bin=bookstore-bin', '--binlog-format=ROW', '--sync-binlog=1'];

/** A database server that keeps a binary log, for a test. */
export class LoggingServer {
  readonly server: DatabaseProcess;
  readonly #name: string;

  private constructor(server: DatabaseProcess, name: string) {
    this.server = server;
    this.#name = name;
  }

  static async start(name: string, more: readonly string[] = []): Promise<LoggingServer> {
    const folder = join(places.data, 'test', `server-${name}`);
    return new LoggingServer(await DatabaseProcess.create(folder, [...options, ...more]), name);
  }

  /** Three empty databases, whose names begin with `prefix`, with the store's own users. */
  databases(prefix: string): Promise<DatabaseUrls> {
    const passwordFile = join(places.data, 'test', `passwords-${this.#name}.json`);
    return createDatabases({ adminUrl: this.server.adminUrl, passwordFile, prefix });
  }

  /** The URL of a database for a user who may do no more than a backup needs. */
  async forBackups(url: string): Promise<string> {
    const database = new URL(url).pathname.slice(1);
    return this.#withUser(url, `${database}_keeper`, [
      `SELECT, LOCK TABLES, SHOW VIEW, TRIGGER ON \`${database}\`.*`,
      'REPLICATION CLIENT, REPLICATION SLAVE ON *.*',
    ]);
  }

  /** The URL of a database for a user who may do no more than a restore needs. */
  async forRestores(url: string): Promise<string> {
    const database = new URL(url).pathname.slice(1);
    return this.#withUser(url, `${database}_restorer`, [
      `ALL PRIVILEGES ON \`${database}\`.*`,
      `${replayRights[this.server.kind]} ON *.*`,
    ]);
  }

  async #withUser(url: string, user: string, rights: readonly string[]): Promise<string> {
    const password = randomBytes(12).toString('hex');
    await this.server.run(`CREATE USER '${user}'@'%' IDENTIFIED BY '${password}'`);
    for (const right of rights) await this.server.run(`GRANT ${right} TO '${user}'@'%'`);
    const changed = new URL(url);
    changed.username = user;
    changed.password = password;
    return changed.href;
  }

  /** Ends it as a power cut would. */
  stop(): Promise<void> {
    return this.server.stop('SIGKILL');
  }
}

/** The URLs of three databases that are on one server or on several, each changed in its way. */
export async function changeUrls(
  urls: DatabaseUrls,
  change: (url: string, subgraph: SubgraphName) => Promise<string>,
): Promise<DatabaseUrls> {
  return {
    auth: await change(urls.auth, 'auth'),
    catalog: await change(urls.catalog, 'catalog'),
    purchase: await change(urls.purchase, 'purchase'),
  };
}
