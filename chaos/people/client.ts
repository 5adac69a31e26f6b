import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';
import { reasonOf } from '../../runtime/reason-of.ts';
import { type Reply, readReply } from './reply.ts';

/** Longer than the store lets a request take, and than NGINX waits for it. */
const patienceMilliseconds = 8_000;
/** Before a request is repeated; twice as long each time, up to the longest. */
const firstPauseMilliseconds = 300;
const longestPauseMilliseconds = 2_000;

/** What a round's people share: the way to the store, how long they insist, and what they have to complain of. */
export class Visit {
  readonly #pool: Pool;
  /** When everybody gives up: performance.now(). */
  giveUpAt = Number.POSITIVE_INFINITY;
  requests = 0;
  /** Requests without an answer. */
  unanswered = 0;
  /** What the store said that it must never say, or never answered at all. */
  readonly complaints: string[] = [];

  constructor(url: string) {
    this.#pool = new Pool(url, {
      connections: 256,
      keepAliveTimeout: 500,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  async send<Data>(
    token: string | undefined,
    field: string,
    query: string,
    variables: object,
  ): Promise<Reply<Data | null>> {
    this.requests += 1;
    try {
      const response = await this.#pool.request({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(patienceMilliseconds),
      });
      return readReply<Data>(response.statusCode, await response.body.text(), field);
    } catch (error) {
      return { kind: 'none', why: reasonOf(error) };
    }
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}

/** Nobody answered until everybody gave up. */
export class GaveUp extends Error {}

/** Somebody who speaks to the store: signed in by a token, or not. */
export class Client {
  readonly #visit: Visit;
  readonly #token: string | undefined;

  constructor(visit: Visit, token?: string) {
    this.#visit = visit;
    this.#token = token;
  }

  /** Whether everybody has given up. */
  get isTooLate(): boolean {
    return performance.now() > this.#visit.giveUpAt;
  }

  as(token: string): Client {
    return new Client(this.#visit, token);
  }

  /** Asks once. */
  async try<Data>(field: string, query: string, variables: object = {}): Promise<Reply<Data | null>> {
    const reply = await this.#visit.send<Data>(this.#token, field, query, variables);
    if (reply.kind !== 'answer') this.#visit.unanswered += 1;
    if (reply.kind === 'wrong') this.#visit.complaints.push(`${field}: ${reply.why}`);
    return reply;
  }

  /**
   * Asks the same until it is answered, as a person does who presses the button again; with how often it was asked.
   * Throws GaveUp when no answer comes before everybody gives up.
   */
  async ask<Data>(
    field: string,
    query: string,
    variables: object = {},
  ): Promise<{ data: Data | null; askedAt: number; times: number }> {
    for (let times = 1; ; times += 1) {
      const askedAt = performance.now();
      const reply = await this.try<Data>(field, query, variables);
      if (reply.kind === 'answer') return { data: reply.data, askedAt, times };
      if (this.isTooLate) throw new GaveUp(`${field}: ${reply.why}`);
      await delay(Math.min(firstPauseMilliseconds * 2 ** (times - 1), longestPauseMilliseconds));
    }
  }
}
