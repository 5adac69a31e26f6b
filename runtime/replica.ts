import type { IncomingHttpHeaders } from 'node:http';
import type { Pool } from 'undici';
import { Breaker } from './breaker.ts';
import { openPool } from './http-pool.ts';
import { Line, TooLate } from './line.ts';
import { PartDown } from './part-down.ts';
import type { PartOptions } from './part-options.ts';
import { Overdue, sendRequest, type WholeAnswer } from './send-request.ts';
import { together } from './together.ts';

export interface PartRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body: string | null;
  /** Whether it does the same when it is done twice: it is sent again when the first answer did not come. */
  isRepeatable: boolean;
  /** When its answer is of no use any more, by performance.now(). */
  deadline: number;
  /** Whether it is the rest of something begun, which goes on however long the line is. */
  isUnderWay?: boolean;
}

/** How a process of a part stands, as it looks from here. */
export interface ReplicaState {
  /** Requests that it is at, and those that wait in line. */
  inProgress: number;
  waiting: number;
  isLeftAlone: boolean;
}

/** What a part answered. */
export interface PartAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** What the JSON document says, or the bytes of a picture; undefined where there is no body. */
  body: unknown;
  /** The JSON document as it came; empty where there is none. */
  document: string;
}

const healthMilliseconds = 1_000;
const absent = new Set([502, 503, 504]);
const noContent = 204;

/** Throws PartDown where the answer says that the part is not there, and what JSON.parse throws. */
function read({ status, headers, body }: WholeAnswer): PartAnswer {
  if (absent.has(status)) throw new PartDown('broken', `answered ${status}`);
  if (status === noContent) return { status, headers, body: undefined, document: '' };
  if (String(headers['content-type']).startsWith('image/')) return { status, headers, body, document: '' };
  const document = body.toString('utf8');
  return { status, headers, body: JSON.parse(document), document };
}

/**
 * One process of a part of the store, over HTTP: so many requests at a time (fewer while it does not answer them in
 * time; the others wait in line), each with a time limit, by way of a breaker.
 */
export class Replica {
  readonly #pool: Pool;
  readonly #health: Pool;
  readonly #line: Line;
  readonly #breaker = new Breaker();
  readonly #timeoutMilliseconds: number;
  #isLookedAt = false;
  #isAliveAgain = false;

  constructor({ url, address, tls, concurrency, timeoutMilliseconds }: PartOptions & { address: string }) {
    this.#pool = openPool(url, address, concurrency, tls);
    this.#health = openPool(url, address, 1, tls);
    this.#line = new Line(concurrency, timeoutMilliseconds / 2);
    this.#timeoutMilliseconds = timeoutMilliseconds;
  }

  /** How many requests it has, those that wait in line included. */
  get load(): number {
    return this.#line.length;
  }

  get state(): ReplicaState {
    const { length, waiting } = this.#line;
    return { inProgress: length - waiting, waiting, isLeftAlone: this.isLeftAlone };
  }

  /** Whether it did not answer the last ones who asked, and nobody knows yet that it is alive again. */
  get isLeftAlone(): boolean {
    return this.#breaker.isOpen && (this.#breaker.isResting || !this.#isAliveAgain);
  }

  /** Where it is left alone and has rested: has it say whether it is alive. */
  lookAfter(): void {
    if (!this.isLeftAlone || this.#breaker.isResting || this.#isLookedAt) return;
    this.#isLookedAt = true;
    this.isAlive()
      .then(
        () => {
          this.#isAliveAgain = true;
        },
        () => undefined,
      )
      .finally(() => {
        this.#isLookedAt = false;
      });
  }

  /** Rejects with PartDown, LeftAlone, TooLate or LineTooLong; the last three have sent nothing. */
  async ask(request: PartRequest): Promise<PartAnswer> {
    // Who is let in with too little time left keeps the part busy in vain.
    const reserve = request.isUnderWay ? 0 : this.#timeoutMilliseconds / 2;
    const leave = await this.#line.enter(request.deadline - reserve, request.isUnderWay);
    try {
      return await this.#try(request);
    } finally {
      leave();
    }
  }

  /** Resolves when it says that it is alive, whatever else it is asked meanwhile; rejects after a second. */
  async isAlive(): Promise<void> {
    const signal = AbortSignal.timeout(healthMilliseconds);
    const response = await this.#health.request({ method: 'GET', path: '/health', signal });
    await response.body.dump();
    if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`);
  }

  /** Resolves when what is under way has ended. */
  async close(): Promise<void> {
    await Promise.all([this.#pool.close(), this.#health.close()]);
  }

  async #try({ method, path, headers, body, deadline }: PartRequest): Promise<PartAnswer> {
    await together();
    const since = performance.now();
    const left = deadline - since;
    // A part that had much less time than it is given has not failed: the request came too late.
    const isFair = left > this.#timeoutMilliseconds / 2;
    const isTrial = this.#breaker.letThrough(isFair);
    if (left <= 0) throw new TooLate('its time was over');
    this.#isAliveAgain = false;
    try {
      const limit = Math.min(left, this.#timeoutMilliseconds);
      const answer = read(await sendRequest(this.#pool, { method, path, headers, body }, limit));
      // A part that answers late has no room for more.
      if (performance.now() - since < this.#timeoutMilliseconds / 2) this.#line.widen();
      this.#breaker.succeeded(isTrial);
      return answer;
    } catch (error) {
      const isOverdue = error instanceof Overdue;
      if (isOverdue && isFair) this.#line.narrow(since);
      const down = isOverdue && !isFair ? PartDown.cutShort(error) : PartDown.by(error, isOverdue);
      this.#breaker.failed(down, isTrial);
      throw down;
    }
  }
}
