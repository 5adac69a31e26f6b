import { Socket } from 'node:net';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2';
import { ConnectionGivenUp, DatabaseTimeout, isReadOnly } from './database-errors.ts';
import { inSpan } from './tracing/spans.ts';
import { statementSpan } from './tracing/statement-span.ts';

const isRows = <Row>(result: unknown): result is Row[] => Array.isArray(result);

const hasSocket = (connection: object): connection is { stream: Socket } =>
  'stream' in connection && connection.stream instanceof Socket;

/** Who is told what happens to a connection. */
interface ConnectionOwner {
  /** The server answered, whatever it was. */
  onAnswer(): void;
  /** A statement has ended, well or not, after so many milliseconds. */
  onStatement(milliseconds: number, isTimeout: boolean): void;
  /** The server refused to write because it is none that may. */
  onReadOnly(): void;
  /** Called once. */
  onDestroy(connection: TimedConnection): void;
}

/**
 * A connection of mysql2, on which a statement is given up after a while. What happened to a statement given up
 * is not known, and the server may still be at it: the connection is destroyed, and takes with it all that waits.
 */
export class TimedConnection implements DatabaseConnection {
  readonly #raw: PoolConnection;
  readonly #limit: number;
  readonly #owner: ConnectionOwner;
  readonly #underWay = new Set<(error: Error) => void>();
  #lastUsedAt = performance.now();
  #isDestroyed = false;
  #isRetired = false;
  #isIdle = false;

  /** `limit`: milliseconds that a statement may take, Infinity for no limit. */
  constructor(raw: PoolConnection, limit: number, owner: ConnectionOwner) {
    this.#raw = raw;
    this.#limit = limit;
    this.#owner = owner;
    raw.on('error', error => this.destroy(error));
    raw.on('end', () => this.destroy());
  }

  get isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  /** Whether nobody has borrowed it. */
  get isIdle(): boolean {
    return this.#isIdle;
  }

  /** The server's address; undefined where it is not known. */
  get address(): string | undefined {
    return hasSocket(this.#raw) ? this.#raw.stream.remoteAddress : undefined;
  }

  /** Milliseconds since the server answered last. */
  get silence(): number {
    return performance.now() - this.#lastUsedAt;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await inSpan(
      () => statementSpan(query.sql),
      () => this.#execute(query),
    );
    if (Array.isArray(result)) return { rows: isRows<Row>(result) ? result : [] };
    const { insertId, affectedRows } = result;
    return {
      rows: [],
      numAffectedRows: BigInt(affectedRows),
      ...(insertId > 0 && { insertId: BigInt(insertId) }),
    };
  }

  async #execute({ sql, parameters }: CompiledQuery): Promise<RowDataPacket[] | ResultSetHeader> {
    const since = performance.now();
    let isTimeout = false;
    try {
      return await this.#timed<RowDataPacket[] | ResultSetHeader>(this.#limit, done =>
        this.#raw.query<RowDataPacket[] | ResultSetHeader>(sql, [...parameters], done),
      );
    } catch (error) {
      if (isReadOnly(error)) this.#owner.onReadOnly();
      isTimeout = error instanceof DatabaseTimeout;
      throw error;
    } finally {
      this.#owner.onStatement(performance.now() - since, isTimeout);
    }
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query);
  }

  /** Whether the server answers on it within so many milliseconds; destroyed when it does not. */
  async answers(limit: number): Promise<boolean> {
    try {
      await this.#timed<void>(limit, done => this.#raw.ping(done));
      return !this.#isDestroyed;
    } catch {
      this.destroy();
      return false;
    }
  }

  /** To be called when somebody borrows it. */
  lend(): void {
    this.#isIdle = false;
  }

  /** Back to the pool, unless it was destroyed or retired. */
  release(): void {
    if (this.#isDestroyed) return;
    if (this.#isRetired) this.destroy();
    else {
      this.#isIdle = true;
      this.#raw.release();
    }
  }

  /** Has nobody borrow it any more: closes it now, or when it is given back. */
  retire(): void {
    this.#isRetired = true;
    if (this.#isIdle) this.destroy();
  }

  /** Closes it at once, without a word to the server; the statement under way is rejected for this reason. */
  destroy(reason: Error = new ConnectionGivenUp('The connection was given up.')): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.#raw.destroy();
    // mysql2 closes its own half alone: the other half of a server that hangs would stay open.
    if (hasSocket(this.#raw)) this.#raw.stream.destroy();
    this.#owner.onDestroy(this);
    for (const giveUp of this.#underWay) giveUp(reason);
  }

  #timed<Result>(
    limit: number,
    send: (done: (error: Error | null, result: Result) => void) => void,
  ): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const late = () => {
      reject(new DatabaseTimeout('STATEMENT_TIMEOUT', `The database did not answer within ${limit} ms.`));
      this.destroy();
    };
    const timer = Number.isFinite(limit) ? setTimeout(late, limit) : undefined;
    this.#underWay.add(reject);
    send((error, result) => {
      this.#lastUsedAt = performance.now();
      this.#owner.onAnswer();
      if (error) reject(error);
      else resolve(result);
    });
    return promise.finally(() => {
      clearTimeout(timer);
      this.#underWay.delete(reject);
    });
  }
}
