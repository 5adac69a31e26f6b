import type { Connection } from 'mysql2/promise';
import type { BinlogEvent } from '../../backup/binlog/binlog-event.ts';
import { asEndOfStatement } from './row-events.ts';

/** So many bytes of events go into one BINLOG statement, and so many of these into one transaction. */
const batchBytes = 1_000_000;
const batchesPerTransaction = 32;

/**
 * Events of rows that are done again together. The server itself carries them out, by its statement BINLOG, as
 * mysqlbinlog has it do; so that all types of columns, and every version's format, are its own affair.
 */
export class RowBatch {
  readonly #connection: Connection;
  readonly #checksums: boolean;
  #done: Buffer[] = [];
  #maps = new Map<number, Buffer>();
  #rows: BinlogEvent[] = [];
  #bytes = 0;
  #batches = 0;

  private constructor(connection: Connection, checksums: boolean) {
    this.#connection = connection;
    this.#checksums = checksums;
  }

  /** Begins with a file of the log, whose description tells how its events are to be read. */
  static async begin(
    connection: Connection,
    description: BinlogEvent,
    checksums: boolean,
  ): Promise<RowBatch> {
    await connection.query(`BINLOG '${description.bytes.toString('base64')}'`);
    return new RowBatch(connection, checksums);
  }

  /** From here on the statement means this table by that number. */
  map(id: number, event: Buffer): void {
    this.#maps.set(id, event);
  }

  isMapped(id: number): boolean {
    return this.#maps.has(id);
  }

  /** Adds an event of rows of a table that is mapped. A statement too large for one batch goes on in the next one. */
  async add(event: BinlogEvent): Promise<void> {
    this.#rows.push(event);
    this.#bytes += event.bytes.length;
    if (this.#bytes < batchBytes) return;
    const maps = new Map(this.#maps);
    this.endStatement();
    await this.#send();
    this.#maps = maps;
  }

  /** The statement is over: its tables are called by other numbers from here on. */
  endStatement(): void {
    if (this.#rows.length > 0) {
      this.#done.push(...this.#maps.values());
      const last = this.#rows.length - 1;
      this.#done.push(
        ...this.#rows.map((event, index) => asEndOfStatement(event, index === last, this.#checksums)),
      );
    }
    this.#maps = new Map();
    this.#rows = [];
  }

  /** Resolves when all that was added is done and committed. */
  async finish(): Promise<void> {
    this.endStatement();
    await this.#send();
    await this.#connection.query('COMMIT');
    this.#batches = 0;
  }

  async #send(): Promise<void> {
    if (this.#done.length > 0) {
      await this.#connection.query(`BINLOG '${Buffer.concat(this.#done).toString('base64')}'`);
      this.#batches += 1;
    }
    this.#done = [];
    this.#bytes = 0;
    // What is restored is nobody's yet: a transaction of the log need not be one here.
    if (this.#batches < batchesPerTransaction) return;
    await this.#connection.query('COMMIT');
    this.#batches = 0;
  }
}
