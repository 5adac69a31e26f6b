import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';

interface Table {
  name: string;
  /** Those that are stored, as a list for SQL. */
  columns: string;
}

async function tablesOf(connection: Connection, database: string): Promise<Table[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT TABLE_NAME AS name, GROUP_CONCAT('\`', COLUMN_NAME, '\`' ORDER BY ORDINAL_POSITION) AS columns
     FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND COALESCE(GENERATION_EXPRESSION, '') = '' GROUP BY TABLE_NAME`,
    [database],
  );
  return rows.map(({ name, columns }) => ({ name: String(name), columns: String(columns) }));
}

/**
 * Copies of a store's databases, on their server, as each of them was at several moments. Other databases are made of
 * them, in which each is of another moment; without foreign keys.
 */
export class DatabaseCopies {
  readonly #connection: Connection;
  readonly #adminUrl: string;
  readonly #sources: DatabaseUrls;
  readonly #prefix: string;
  readonly #tables = new Map<SubgraphName, Table[]>();
  #count = 0;

  private constructor(connection: Connection, adminUrl: string, sources: DatabaseUrls, prefix: string) {
    this.#connection = connection;
    this.#adminUrl = adminUrl;
    this.#sources = sources;
    this.#prefix = prefix;
  }

  /** Makes room for copies, in databases whose names begin with `prefix`. */
  static async open(adminUrl: string, sources: DatabaseUrls, prefix: string): Promise<DatabaseCopies> {
    const connection = await createConnection(adminUrl);
    await connection.query(
      "SET SESSION sql_mode = '', time_zone = '+00:00', group_concat_max_len = 100000, foreign_key_checks = 0",
    );
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    const copies = new DatabaseCopies(connection, adminUrl, sources, prefix);
    for (const subgraph of subgraphs) await copies.#makeRoom(subgraph);
    return copies;
  }

  /** How many copies there are of each database. */
  get count(): number {
    return this.#count;
  }

  /** Takes another copy of each database, each as it is at one moment. */
  async take(): Promise<void> {
    for (const subgraph of subgraphs) {
      await this.#connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT');
      for (const { name, columns } of this.#tablesOf(subgraph))
        await this.#connection.query(
          `INSERT INTO ${this.#kept(subgraph)}.\`${name}\` SELECT ?, ${columns} FROM ${this.#source(subgraph)}.\`${name}\``,
          [this.#count],
        );
      await this.#connection.query('COMMIT');
    }
    this.#count += 1;
  }

  /** Fills databases with copies, each of its moment; the tables that `latest` names are as they were last. */
  async put(
    moments: Record<SubgraphName, number>,
    latest: (table: string) => boolean,
  ): Promise<DatabaseUrls> {
    const urls: DatabaseUrls = { auth: '', catalog: '', purchase: '' };
    for (const subgraph of subgraphs) {
      await this.#connection.query('START TRANSACTION');
      for (const { name, columns } of this.#tablesOf(subgraph)) {
        const target = `${this.#target(subgraph)}.\`${name}\``;
        await this.#connection.query(`DELETE FROM ${target}`);
        await this.#connection.query(
          `INSERT INTO ${target} (${columns}) SELECT ${columns} FROM ${this.#kept(subgraph)}.\`${name}\` WHERE copy_number = ?`,
          [latest(name) ? this.#count - 1 : moments[subgraph]],
        );
      }
      await this.#connection.query('COMMIT');
      const url = new URL(this.#adminUrl);
      url.pathname = `/${this.#target(subgraph).slice(1, -1)}`;
      urls[subgraph] = url.href;
    }
    return urls;
  }

  close(): Promise<void> {
    return this.#connection.end();
  }

  async #makeRoom(subgraph: SubgraphName): Promise<void> {
    const source = this.#source(subgraph);
    const tables = await tablesOf(this.#connection, source.slice(1, -1));
    this.#tables.set(subgraph, tables);
    for (const database of [this.#kept(subgraph), this.#target(subgraph)]) {
      await this.#connection.query(`DROP DATABASE IF EXISTS ${database}`);
      await this.#connection.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4`);
    }
    for (const { name, columns } of tables) {
      await this.#connection.query(
        `CREATE TABLE ${this.#kept(subgraph)}.\`${name}\` SELECT 0 AS copy_number, ${columns} FROM ${source}.\`${name}\` LIMIT 0`,
      );
      await this.#connection.query(
        `CREATE TABLE ${this.#target(subgraph)}.\`${name}\` LIKE ${source}.\`${name}\``,
      );
    }
  }

  #tablesOf(subgraph: SubgraphName): Table[] {
    return this.#tables.get(subgraph) ?? [];
  }

  #source = (subgraph: SubgraphName): string => `\`${new URL(this.#sources[subgraph]).pathname.slice(1)}\``;

  #kept = (subgraph: SubgraphName): string => `\`${this.#prefix}_kept_${subgraph}\``;

  #target = (subgraph: SubgraphName): string => `\`${this.#prefix}_put_${subgraph}\``;
}
