import { CompiledQuery } from 'kysely';
import { createPool, format, type Pool, type PoolConnection } from 'mysql2';
import type { ConnectionSource } from './connection-source.ts';
import { ConnectionGivenUp, DatabaseTimeout } from './database-errors.ts';
import { type FollowedName, followName } from './follow-name.ts';
import { measurePool, type PoolMetrics, type PoolState } from './metrics/pool-metrics.ts';
import { sessionSettings } from './session-settings.ts';
import { TimedConnection } from './timed-connection.ts';

const connectMilliseconds = 2_000;

/** A connection on which the server has said nothing for so long is asked whether it lives before it is used. */
const trustMilliseconds = 1_000;

interface PoolOptions {
  /** mysql://user:password@host:port/database */
  url: string;
  size: number;
  /** Infinity for no limit. */
  statementMilliseconds: number;
  /** How long to wait for a connection that is free and lives; Infinity for no limit. */
  waitMilliseconds: number;
  /** What it is for, where it is to be measured. */
  role?: 'writer' | 'reader';
  /** Whether connections to where the name does not lead any more are given up. */
  followsName?: boolean;
}

/**
 * A pool of connections to one server, each READ COMMITTED and in UTC, with a limit to every wait. Opens them
 * when they are needed. When the server's name leads elsewhere (`followsName`), or the server is found not to be
 * written to any more, work that comes later gets new connections.
 */
export class TimedPool implements ConnectionSource {
  readonly #options: PoolOptions;
  readonly #pool: Pool;
  readonly #known = new WeakMap<PoolConnection, TimedConnection>();
  readonly #live = new Set<TimedConnection>();
  readonly #waiting = new Set<(error: Error) => void>();
  readonly #followed: FollowedName | undefined;
  readonly #metrics: PoolMetrics | undefined;
  #answeredAt = Number.NEGATIVE_INFINITY;
  #isClosed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#pool = createPool({
      uri: options.url,
      connectionLimit: options.size,
      connectTimeout: connectMilliseconds,
      enableKeepAlive: true,
      timezone: 'Z',
      supportBigNumbers: true,
      dateStrings: true,
      // We prepare no statement, and the room that mysql2 sets aside for 16,000 of them is half a megabyte a connection.
      maxPreparedStatements: 1,
      // MikroORM has written the values into a statement before mysql2 has it, which would look for places of values all the same.
      queryFormat: (text: string, values: Parameters<typeof format>[1]) =>
        Array.isArray(values) && values.length === 0 ? text : format(text, values, false, 'Z'),
    });
    const retireOthers = (addresses: ReadonlySet<string>) => {
      for (const connection of this.#live)
        if (connection.address !== undefined && !addresses.has(connection.address)) connection.retire();
    };
    if (options.followsName) this.#followed = followName(new URL(options.url).hostname, retireOthers);
    const { role } = options;
    this.#metrics = role && measurePool({ role, server: new URL(options.url).host }, () => this.#state());
  }

  /** When the server last answered anything, by performance.now(). */
  get answeredAt(): number {
    return this.#answeredAt;
  }

  /** A connection for one piece of work. Rejects with POOL_TIMEOUT when none was to be had in time. */
  acquire(): Promise<TimedConnection> {
    const { promise, resolve, reject } = Promise.withResolvers<TimedConnection>();
    const { waitMilliseconds: limit } = this.#options;
    const since = performance.now();
    let isTimeout = false;
    const late = () => {
      isTimeout = true;
      reject(new DatabaseTimeout('POOL_TIMEOUT', `No database connection was free within ${limit} ms.`));
    };
    const timer = Number.isFinite(limit) ? setTimeout(late, limit) : undefined;
    this.#waiting.add(reject);
    const isWanted = () => this.#waiting.has(reject);
    this.#find(isWanted).then(connection => {
      if (isWanted()) resolve(connection);
      else connection.release();
    }, reject);
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiting.delete(reject);
      this.#metrics?.waited(performance.now() - since, isTimeout);
    });
  }

  /** Gives up every connection, and all work that is on one or waits for one; later work gets new ones. */
  abandon(): void {
    for (const giveUp of this.#waiting) giveUp(new ConnectionGivenUp('The server is given up.'));
    for (const connection of this.#live) connection.destroy();
  }

  /** Closes all connections at once; safe to call again. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#followed?.stop();
    this.#metrics?.stop();
    this.abandon();
    // Not waited for: it would wait for a server that hangs.
    this.#pool.end(() => undefined);
  }

  #state(): PoolState {
    const idle = [...this.#live].filter(({ isIdle }) => isIdle).length;
    return { size: this.#options.size, idle, inUse: this.#live.size - idle, waiting: this.#waiting.size };
  }

  async #find(isWanted: () => boolean): Promise<TimedConnection> {
    for (;;) {
      const raw = await this.#take();
      const connection = this.#known.get(raw) ?? (await this.#prepare(raw));
      connection.lend();
      if (!isWanted() || (await this.#isSound(connection))) return connection;
    }
  }

  #take(): Promise<PoolConnection> {
    return new Promise((resolve, reject) => {
      this.#pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection)));
    });
  }

  async #prepare(raw: PoolConnection): Promise<TimedConnection> {
    const { statementMilliseconds } = this.#options;
    const connection = new TimedConnection(raw, statementMilliseconds, {
      onAnswer: () => {
        this.#answeredAt = performance.now();
      },
      onStatement: (milliseconds, isTimeout) => this.#metrics?.statementEnded(milliseconds, isTimeout),
      onReadOnly: () => this.#retireAll(),
      onDestroy: destroyed => this.#forget(destroyed),
    });
    this.#known.set(raw, connection);
    this.#live.add(connection);
    try {
      for (const statement of sessionSettings(statementMilliseconds))
        await connection.executeQuery(CompiledQuery.raw(statement));
    } catch (error) {
      connection.destroy();
      throw error;
    }
    return connection;
  }

  async #isSound(connection: TimedConnection): Promise<boolean> {
    if (connection.isDestroyed) return false;
    if (connection.silence < trustMilliseconds) return true;
    // Half of the patience at most: the other half is for a new connection.
    return connection.answers(this.#options.waitMilliseconds / 2);
  }

  #retireAll(): void {
    for (const connection of this.#live) connection.retire();
  }

  // Where one has died the idle ones have too, most likely.
  #forget(destroyed: TimedConnection): void {
    this.#live.delete(destroyed);
    for (const connection of this.#live) if (connection.isIdle) connection.destroy();
  }
}
