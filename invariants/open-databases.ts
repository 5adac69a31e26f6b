import { createPool, type RowDataPacket } from 'mysql2/promise';
import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';

/** Statements that one database is asked at a time. */
const connectionsEach = 2;

/** A value that stands for a question mark; a list stands for its elements. */
export type Value = string | number | readonly string[] | readonly number[];

/** The rows of a SELECT in the database of a subgraph. */
export type Read = <Row>(subgraph: SubgraphName, select: string, values?: readonly Value[]) => Promise<Row[]>;

export interface Databases {
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
export function openDatabases(urls: DatabaseUrls): Databases {
  const pools = subgraphs.map(name => {
    const pool = createPool({
      uri: urls[name],
      connectionLimit: connectionsEach,
      connectTimeout: 5_000,
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
        for (const statement of prepared) await connection.query(statement);
        found.isPrepared.add(connection.connection);
      }
      const [rows] = await connection.query<(Row & RowDataPacket)[]>(select, [...values]);
      return rows;
    } finally {
      connection.release();
    }
  };
  return { read, close: async () => void (await Promise.all(pools.map(({ pool }) => pool.end()))) };
}
