import type { CompiledQuery, QueryResult } from 'kysely';
import type { BorrowedConnection, ConnectionSource } from './connection-source.ts';
import { isConnectionLost, isPoolTimeout } from './database-errors.ts';
import type { Logger } from './logger.ts';
import { measureReaders } from './metrics/pool-metrics.ts';
import { queryOnce, type Reader, type ReaderState } from './reader.ts';
import { reasonOf } from './reason-of.ts';

/**
 * The readers of a database, in turn, for statements that only read and need not see what was written a moment
 * ago. The writer stands in when none is in use, and does again what a reader had begun when it died or hung.
 */
export class Readers implements ConnectionSource {
  readonly #readers: readonly Reader[];
  readonly #writer: ConnectionSource;
  readonly #logger: Logger;
  readonly #stopMeasuring = measureReaders(() => this.states);
  #turn = 0;

  constructor(readers: readonly Reader[], writer: ConnectionSource, logger: Logger) {
    this.#readers = readers;
    this.#writer = writer;
    this.#logger = logger;
  }

  async acquire(): Promise<BorrowedConnection> {
    const reader = this.#next();
    if (!reader) return this.#writer.acquire();
    const since = performance.now();
    try {
      return this.#withWriterBehind(reader, await reader.pool.acquire());
    } catch (error) {
      const isBusy = isPoolTimeout(error) && reader.pool.answeredAt > since;
      if (isBusy) throw error;
      this.leaveOut(reader, reasonOf(error));
      return this.#writer.acquire();
    }
  }

  /** Asks a reader nothing more, and has the writer do what the reader is at. */
  leaveOut(reader: Reader, reason: string): void {
    if (reader.isInUse !== false)
      this.#logger.warn(
        { reader: reader.place, reason },
        'a reader is left out: the writer stands in for it',
      );
    reader.isInUse = false;
    reader.pool.abandon();
  }

  /** Asks a reader from now on. */
  takeIn(reader: Reader): void {
    if (reader.isInUse === false) this.#logger.info({ reader: reader.place }, 'a reader is in use again');
    reader.isInUse = true;
  }

  get states(): ReaderState[] {
    return this.#readers.map(({ place, isInUse }) => ({ place, isInUse: isInUse === true }));
  }

  /** Closes the readers' connections; the writer's are not ours. */
  async close(): Promise<void> {
    this.#stopMeasuring();
    await Promise.all(this.#readers.map(({ pool }) => pool.close()));
  }

  #next(): Reader | undefined {
    const inUse = this.#readers.filter(reader => reader.isInUse);
    this.#turn += 1;
    return inUse[this.#turn % inUse.length];
  }

  #withWriterBehind(reader: Reader, connection: BorrowedConnection): BorrowedConnection {
    const executeQuery = async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
      try {
        return await connection.executeQuery<Row>(query);
      } catch (error) {
        if (!isConnectionLost(error)) throw error;
        this.leaveOut(reader, reasonOf(error));
        return queryOnce<Row>(this.#writer, query);
      }
    };
    return {
      executeQuery,
      async *streamQuery<Row>(query: CompiledQuery) {
        yield await executeQuery<Row>(query);
      },
      release: () => connection.release(),
      destroy: () => connection.destroy(),
    };
  }
}
