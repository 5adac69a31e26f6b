import { setTimeout as delay } from 'node:timers/promises';
import { instantOf } from './database-time.ts';
import { queryOnce, type Reader } from './reader.ts';
import type { Readers } from './readers.ts';
import { reasonOf } from './reason-of.ts';
import { TimedPool } from './timed-pool.ts';

const beatMilliseconds = 1_000;
const answerMilliseconds = 500;
/** Time for a heartbeat to get from the writer to the readers, so that one in time is told from a late one. */
const travelMilliseconds = 100;

// Connections of its own: how busy the others are plays no part.
const ownPool = (url: string) =>
  new TimedPool({
    url,
    size: 1,
    statementMilliseconds: answerMilliseconds,
    waitMilliseconds: answerMilliseconds,
  });

// Twice a second at the most, however many processes there are.
const note = `UPDATE heartbeat SET beaten_at = NOW(3)
  WHERE ABS(TIMESTAMPDIFF(MICROSECOND, beaten_at, NOW(3))) > 500000`;

/**
 * Looks at the readers each second: the writer's clock is noted in the writer's table `heartbeat`, and a reader
 * in whose copy that note is older than the limit is left out, as is one that does not answer; it is taken in
 * again when that is over. While the writer does not answer nobody can tell how far a reader is behind, nor is
 * anything written: readers that answer stay as they were, and are taken in where nothing is known of them.
 */
export class ReaderWatch {
  readonly #writer: TimedPool;
  readonly #watched: readonly { reader: Reader; pool: TimedPool }[];
  readonly #readers: Readers;
  readonly #maxLagSeconds: number;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(options: {
    writerUrl: string;
    readers: readonly { reader: Reader; url: string }[];
    all: Readers;
    maxLagSeconds: number;
  }) {
    this.#writer = ownPool(options.writerUrl);
    this.#watched = options.readers.map(({ reader, url }) => ({ reader, pool: ownPool(url) }));
    this.#readers = options.all;
    this.#maxLagSeconds = options.maxLagSeconds;
  }

  /** Begins at once, and returns. */
  start(): void {
    const beat = async () => {
      await this.#look();
      if (!this.#isStopped) this.#timer = setTimeout(beat, beatMilliseconds);
    };
    this.#timer = setTimeout(beat, 0);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await Promise.all([this.#writer, ...this.#watched.map(({ pool }) => pool)].map(pool => pool.close()));
  }

  async #look(): Promise<void> {
    const noted = await this.#note().catch(() => undefined);
    await delay(travelMilliseconds);
    await Promise.all(this.#watched.map(({ reader, pool }) => this.#judge(reader, pool, noted)));
  }

  /** Notes the writer's time in its table, and answers what is noted there, in seconds. */
  async #note(): Promise<number> {
    await queryOnce(this.#writer, note);
    return this.#beatIn(this.#writer);
  }

  async #beatIn(pool: TimedPool): Promise<number> {
    const { rows } = await queryOnce<{ beaten_at: string }>(pool, 'SELECT beaten_at FROM heartbeat');
    const [row] = rows;
    if (!row) throw new Error('its table heartbeat is empty');
    return instantOf(row.beaten_at).getTime() / 1_000;
  }

  async #judge(reader: Reader, pool: TimedPool, noted: number | undefined): Promise<void> {
    try {
      const copied = await this.#beatIn(pool);
      if (this.#isStopped) return;
      if (noted === undefined) {
        if (reader.isInUse === undefined) this.#readers.takeIn(reader);
      } else if (noted - copied <= this.#maxLagSeconds) this.#readers.takeIn(reader);
      else this.#readers.leaveOut(reader, `it is behind by more than ${this.#maxLagSeconds} s`);
    } catch (error) {
      if (!this.#isStopped) this.#readers.leaveOut(reader, reasonOf(error));
    }
  }
}
