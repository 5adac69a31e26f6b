import type { JsonWebKey } from 'node:crypto';
import { keyIdOf, verifyAccessToken } from './access-token.ts';
import { serviceUnavailable, unauthenticated } from './errors.ts';
import { KnownTokens, type ToldFacts } from './known-tokens.ts';
import type { Logger } from './logger.ts';
import { measureRevocations } from './metrics/token-metrics.ts';
import type { TokenMemory } from './token-memory.ts';
import type { Caller } from './viewer.ts';

/** What auth tells everybody about the tokens that it gave out. */
export interface TokenFacts {
  /** The public keys (JWK) of all tokens that may still be alive. */
  publicKeys(): Promise<JsonWebKey[]>;
  /** Sessions that ended early since then, by auth's clock; everySession for all that began before. */
  revokedSessions(since: Date): Promise<ToldFacts['revokedSessions']>;
}

// A logout holds everywhere within five seconds: one poll, a slow answer, and a retry fit in.
const pollMilliseconds = 1_000;
// Transactions of auth commit out of order: each poll looks back a little further than the last answer.
const overlapMilliseconds = 15_000;
const keysMilliseconds = 10_000;
/** Keys that nobody knows have auth asked for its keys once in so long. */
export const unknownKeyMilliseconds = 30_000;

/** Verifies access tokens by auth's public keys and knows within a second or so which sessions have ended. */
export class TokenVerifier {
  readonly #facts: TokenFacts;
  readonly #logger: Logger;
  readonly #memory: TokenMemory | undefined;
  readonly #known = new KnownTokens();
  #keysAskedAt = Number.NEGATIVE_INFINITY;
  #revocationsAskedAt = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #stopMeasuring: () => void = () => undefined;
  #reachable = true;
  #isStopped = false;
  #beginning = Promise.resolve();

  /** With a memory it knows from the start what was told lately to another process of this service. */
  constructor(facts: TokenFacts, logger: Logger, memory?: TokenMemory) {
    this.#facts = facts;
    this.#logger = logger;
    this.#memory = memory;
  }

  /** Whether tokens can be told good from bad: false until auth has answered once, to this process or another one. */
  get ready(): boolean {
    return this.#known.hasKeys;
  }

  /** Starts to follow auth; returns at once. */
  start(): void {
    this.#stopMeasuring = measureRevocations(() => (performance.now() - this.#revocationsAskedAt) / 1000);
    const poll = async () => {
      await this.#refresh();
      if (!this.#isStopped) this.#timer = setTimeout(poll, pollMilliseconds);
    };
    const polled = poll();
    this.#beginning = this.#recall().then(() => (this.ready ? undefined : polled));
  }

  stop(): void {
    this.#isStopped = true;
    this.#stopMeasuring();
    clearTimeout(this.#timer);
  }

  /** Who sends this Authorization header. While nothing is known of tokens yet, it waits for what is being asked. */
  async identify(authorization: string | undefined): Promise<Caller> {
    if (!authorization) return { viewer: null };
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    const kid = token && keyIdOf(token);
    if (!token || !kid)
      return { viewer: null, refusal: unauthenticated('The access token is not one of ours.') };
    if (!this.ready) await this.#beginning;
    const key = this.#known.key(kid) ?? (await this.#unknownKey(kid));
    if (!this.ready) return { viewer: null, refusal: serviceUnavailable('auth') };
    const viewer = key && verifyAccessToken(token, key, this.#known.allRevokedAt);
    if (!viewer || this.#known.isRevoked(viewer.sessionId)) {
      return {
        viewer: null,
        refusal: unauthenticated('The access token has ended. Refresh it, or log in again.'),
      };
    }
    return { viewer };
  }

  async #unknownKey(kid: string) {
    if (this.#isTimeForKeys(unknownKeyMilliseconds)) await this.#loadKeys().catch(() => undefined);
    return this.#known.key(kid);
  }

  #isTimeForKeys(milliseconds: number): boolean {
    return performance.now() - this.#keysAskedAt > milliseconds;
  }

  async #loadKeys(): Promise<void> {
    this.#keysAskedAt = performance.now();
    this.#known.learnKeys(await this.#facts.publicKeys());
  }

  async #refresh(): Promise<void> {
    try {
      // What is merely remembered is asked for again as soon as auth answers.
      const isTimeForKeys = !this.ready || !this.#reachable || this.#isTimeForKeys(keysMilliseconds);
      if (isTimeForKeys) await this.#loadKeys();
      const since = new Date(Math.max(0, this.#known.latestRevocation - overlapMilliseconds));
      const askedAt = performance.now();
      const isNews = this.#known.learnRevoked(await this.#facts.revokedSessions(since));
      this.#revocationsAskedAt = askedAt;
      if (!this.#reachable) this.#logger.info('auth answers again');
      this.#reachable = true;
      if (isTimeForKeys || isNews) this.#keep();
    } catch (error) {
      if (this.#reachable)
        this.#logger.warn({ err: error }, 'auth cannot be asked which sessions have ended');
      this.#reachable = false;
    }
  }

  async #recall(): Promise<void> {
    try {
      const told = await this.#memory?.recall();
      if (!told || this.ready) return;
      this.#known.learnRevoked(told.revokedSessions);
      this.#known.learnKeys(told.publicKeys);
    } catch (error) {
      this.#logger.warn({ err: error }, 'what auth told before cannot be read');
    }
  }

  #keep(): void {
    this.#memory
      ?.keep(this.#known.told)
      .catch(error => this.#logger.warn({ err: error }, 'what auth tells cannot be kept'));
  }
}
