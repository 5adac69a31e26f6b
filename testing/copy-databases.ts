import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

async function tablesOf(connection: Connection, database: string): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(`SHOW TABLES FROM \`${database}\``);
  return rows.map(row => String(Object.values(row)[0]));
}

async function storedColumns(connection: Connection, database: string, table: string): Promise<string> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COALESCE(GENERATION_EXPRESSION, '') = '' ORDER BY ORDINAL_POSITION`,
    [database, table],
  );
  return rows.map(({ name }) => `\`${name}\``).join(', ');
}

/** A database with the tables of another one, without their foreign keys and their rows. */
async function makeLike(connection: Connection, source: string, target: string): Promise<void> {
  await connection.query(`DROP DATABASE IF EXISTS \`${target}\``);
  await connection.query(`CREATE DATABASE \`${target}\` CHARACTER SET utf8mb4`);
  for (const table of await tablesOf(connection, source))
    await connection.query(`CREATE TABLE \`${target}\`.\`${table}\` LIKE \`${source}\`.\`${table}\``);
}

/** Copies all rows of some tables (or all), as they are at one moment. */
async function copyRows(
  connection: Connection,
  source: string,
  target: string,
  which: (table: string) => boolean = () => true,
): Promise<void> {
  const tables = (await tablesOf(connection, source)).filter(which);
  const inserts = await Promise.all(
    tables.map(async table => {
      const columns = await storedColumns(connection, source, table);
      return `INSERT INTO \`${target}\`.\`${table}\` (${columns}) SELECT ${columns} FROM \`${source}\`.\`${table}\``;
    }),
  );
  for (const table of tables) await connection.query(`TRUNCATE TABLE \`${target}\`.\`${table}\``);
  await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT');
  for (const insert of inserts) await connection.query(insert);
  await connection.query('COMMIT');
}

/** Copies of three databases on one server as they were at several moments, each for itself. */
export class DatabaseCopies {
  readonly #adminUrl: string;
  readonly #sources: DatabaseUrls;
  readonly #prefix: string;
  #count = 0;

  constructor(adminUrl: string, sources: DatabaseUrls, prefix: string) {
    this.#adminUrl = adminUrl;
    this.#sources = sources;
    this.#prefix = prefix;
  }

  /** How many copies there are of each. */
  get count(): number {
    return this.#count;
  }

  /** Takes another copy of each. */
  async take(): Promise<void> {
    const number = this.#count;
    await this.#with(async connection => {
      for (const subgraph of subgraphs) {
        const source = nameOf(this.#sources[subgraph]);
        await makeLike(connection, source, this.#nameOf(subgraph, number));
        await copyRows(connection, source, this.#nameOf(subgraph, number));
      }
    });
    this.#count += 1;
  }

  /** Makes databases of copies, each of another moment; the tables that `latest` names are as in the last copy. */
  async put(
    numbers: Record<SubgraphName, number>,
    latest: (table: string) => boolean,
  ): Promise<DatabaseUrls> {
    const urls: DatabaseUrls = { auth: '', catalog: '', purchase: '' };
    await this.#with(async connection => {
      for (const subgraph of subgraphs) {
        const source = this.#nameOf(subgraph, numbers[subgraph]);
        const target = `${this.#prefix}_put_${subgraph}`;
        await makeLike(connection, source, target);
        await copyRows(connection, source, target, table => !latest(table));
        await copyRows(connection, this.#nameOf(subgraph, this.#count - 1), target, latest);
        const url = new URL(this.#adminUrl);
        url.pathname = `/${target}`;
        urls[subgraph] = url.href;
      }
    });
    return urls;
  }

  #nameOf(subgraph: SubgraphName, number: number): string {
    return `${this.#prefix}_${number}_${subgraph}`;
  }

  async #with(work: (connection: Connection) => Promise<void>): Promise<void> {
    const connection = await createConnection(this.#adminUrl);
    try {
      await connection.query("SET SESSION sql_mode = '', time_zone = '+00:00'");
      await work(connection);
    } finally {
      await connection.end();
    }
  }
}
