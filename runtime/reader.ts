import { CompiledQuery, type QueryResult } from 'kysely';
import type { BorrowedConnection } from './connection-source.ts';
import type { DatabaseSettings } from './database-settings.ts';
import { poolOf } from './pool-of.ts';
import type { TimedPool } from './timed-pool.ts';

/** What is told of a reader. */
export interface ReaderState {
  /** host:port */
  place: string;
  isInUse: boolean;
}

/** A server that copies the writer: the connections for reads, and whether it is to be asked now. */
export class Reader {
  readonly place: string;
  readonly pool: TimedPool;
  /** Undefined until it has been looked at once. */
  isInUse: boolean | undefined;

  constructor(url: string, settings: DatabaseSettings) {
    this.place = new URL(url).host;
    this.pool = poolOf(url, settings, 'reader');
  }
}

/** Runs one statement on a connection from `pool`. */
export async function queryOnce<Row>(
  pool: { acquire(): Promise<BorrowedConnection> },
  query: CompiledQuery | string,
): Promise<QueryResult<Row>> {
  const connection = await pool.acquire();
  try {
    return await connection.executeQuery<Row>(typeof query === 'string' ? CompiledQuery.raw(query) : query);
  } finally {
    connection.release();
  }
}
