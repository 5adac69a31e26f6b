import { setTimeout as delay } from 'node:timers/promises';
import { createPool, type RowDataPacket } from 'mysql2/promise';
import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';

/** Statements that one database is asked at a time. */
const connectionsEach = 2;

const connectMilliseconds = 5_000;
/** A statement that takes longer has met a server that hangs. */
const statementMilliseconds = 30_000;
const farewellMilliseconds = 1_000;

/** A value that stands for a question mark; a list stands for its elements. */
export type Value = string | number | readonly string[] | readonly number[];

/** The rows of a SELECT in the database of a subgraph. */
export type Read = <Row>(subgraph: SubgraphName, select: string, values?: readonly Value[]) => Promise<Row[]>;

export interface Databases {
  /** Rejects where the server does not answer in time. */
  read: Read;
  close(): Promise<void>;
}

const prepared = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  'SET SESSION TRANSACTION READ ONLY',
  "SET SESSION time_zone = '+00:00', group_concat_max_len = 1024",
];

/**
 * Opens the three databases for looking alone: the server refuses every write, and each SELECT is a consistent read
 * of its own that takes no lock and keeps none waiting.
 */
export function openDatabases(urls: DatabaseUrls, timeout = statementMilliseconds): Databases {
  const pools = subgraphs.map(name => {
    const pool = createPool({
      uri: urls[name],
      connectionLimit: connectionsEach,
      connectTimeout: connectMilliseconds,
      timezone: 'Z',
    });
    return { name, pool, isPrepared: new WeakSet<object>() };
  });
  const read: Read = async <Row>(subgraph: SubgraphName, select: string, values: readonly Value[] = []) => {
    const found = pools.find(({ name }) => name === subgraph);
    if (!found) throw new RangeError(`There is no database of ${subgraph}.`);
    const connection = await found.pool.getConnection();
    try {
      if (!found.isPrepared.has(connection.connection)) {
        for (const sql of prepared) await connection.query({ sql, timeout });
        found.isPrepared.add(connection.connection);
      }
      const [rows] = await connection.query<(Row & RowDataPacket)[]>({
        sql: select,
        values: [...values],
        timeout,
      });
      connection.release();
      return rows;
    } catch (error) {
      // Its answer may still come, and would be taken for that to another statement.
      connection.destroy();
      throw error;
    }
  };
  const close = async () => {
    const ended = Promise.all(pools.map(({ pool }) => pool.end()));
    const over = new AbortController();
    const { signal } = over;
    // A server that hangs hears no farewell.
    await Promise.race([ended, delay(farewellMilliseconds, undefined, { signal }).catch(() => undefined)]);
    over.abort();
  };
  return { read, close };
}
