import type { Pool } from 'undici';
import { Breaker } from './breaker.ts';
import { openPool } from './http-pool.ts';
import { Line, TooLate } from './line.ts';
import { PartDown } from './part-down.ts';
import { timeLimit } from './time-limit.ts';

export interface PartRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body: string | null;
  /** Whether it changes nothing: it may be sent again when the first answer did not come. */
  isRead: boolean;
  /** When its answer is of no use any more, by performance.now(). */
  deadline: number;
  /** Whether it is the rest of something begun, which goes on however long the line is. */
  isUnderWay?: boolean;
}

/** What a part answered: its status, and the JSON document. */
interface PartAnswer {
  status: number;
  body: unknown;
}

const healthMilliseconds = 1_000;
const absent = new Set([502, 503, 504]);

/**
 * Another part of the store, over HTTP: so many requests at a time (fewer while it does not answer them in time; the
 * others wait in line), each with a time limit, by way of a breaker. A read is sent once more when its connection
 * failed; what changes something is sent once more only where nothing was sent the first time.
 */
export class Part {
  readonly #pool: Pool;
  readonly #health: Pool;
  readonly #line: Line;
  readonly #breaker = new Breaker();
  readonly #timeoutMilliseconds: number;

  constructor(options: { url: string; concurrency: number; timeoutMilliseconds: number }) {
    this.#pool = openPool(options.url, options.concurrency);
    this.#health = openPool(options.url, 1);
    this.#line = new Line(options.concurrency, options.timeoutMilliseconds / 2);
    this.#timeoutMilliseconds = options.timeoutMilliseconds;
  }

  /** Rejects with PartDown, LeftAlone, TooLate or LineTooLong; the last three have sent nothing. */
  async ask(request: PartRequest): Promise<PartAnswer> {
    // Who is let in with too little time left keeps the part busy in vain.
    const reserve = request.isUnderWay ? 0 : this.#timeoutMilliseconds / 2;
    const leave = await this.#line.enter(request.deadline - reserve, request.isUnderWay);
    try {
      return await this.#try(request).catch(error => {
        const again =
          error instanceof PartDown &&
          (error.how === 'refused' || (error.how === 'broken' && request.isRead));
        if (!again || performance.now() >= request.deadline) throw error;
        return this.#try(request);
      });
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

  async close(): Promise<void> {
    await Promise.all([this.#pool.close(), this.#health.close()]);
  }

  async #try(request: PartRequest): Promise<PartAnswer> {
    const left = request.deadline - performance.now();
    // A part that had much less time than it is given has not failed: the request came too late.
    const isFair = left > this.#timeoutMilliseconds / 2;
    return this.#breaker.run(async () => {
      if (left <= 0) throw new TooLate('its time was over');
      const since = performance.now();
      const { signal, callOff } = timeLimit(Math.min(left, this.#timeoutMilliseconds));
      try {
        const answer = await this.#send(request, signal);
        // A part that answers late has no room for more.
        if (performance.now() - since < this.#timeoutMilliseconds / 2) this.#line.widen();
        return answer;
      } catch (error) {
        if (signal.aborted && isFair) this.#line.narrow(since);
        throw signal.aborted && !isFair ? PartDown.cutShort(error) : PartDown.by(error, signal.aborted);
      } finally {
        callOff();
      }
    }, isFair);
  }

  async #send({ method, path, headers, body }: PartRequest, signal: AbortSignal): Promise<PartAnswer> {
    const response = await this.#pool.request({ method, path, headers, body, signal });
    const status = response.statusCode;
    if (absent.has(status)) {
      await response.body.dump();
      throw new PartDown('broken', `answered ${status}`);
    }
    return { status, body: await response.body.json() };
  }
}
