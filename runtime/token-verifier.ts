import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { accessTokenSeconds, keyIdOf, verifyAccessToken } from './access-token.ts';
import { serviceUnavailable, unauthenticated } from './errors.ts';
import type { Logger } from './logger.ts';
import type { Caller } from './viewer.ts';

/** What auth tells everybody about the tokens that it gave out. */
export interface TokenFacts {
  /** The public keys (JWK) of all tokens that may still be alive. */
  publicKeys(): Promise<JsonWebKey[]>;
  /** Sessions that ended early since then, by auth's clock. */
  revokedSessions(since: Date): Promise<{ sessionId: string; revokedAt: Date }[]>;
}

// A logout holds everywhere within five seconds: one poll, a slow answer, and a retry fit in.
const pollMilliseconds = 1_000;
// Transactions of auth commit out of order: each poll looks back a little further than the last answer.
const overlapMilliseconds = 15_000;
const keysMilliseconds = 60_000;
const unknownKeyMilliseconds = 30_000;

/** Verifies access tokens by auth's public keys and knows within a second or so which sessions have ended. */
export class TokenVerifier {
  readonly #facts: TokenFacts;
  readonly #logger: Logger;
  #keys = new Map<string, KeyObject>();
  #revoked = new Map<string, number>();
  #keysAskedAt = 0;
  #latestRevocation = 0;
  #timer: NodeJS.Timeout | undefined;
  #reachable = true;
  #isStopped = false;

  constructor(facts: TokenFacts, logger: Logger) {
    this.#facts = facts;
    this.#logger = logger;
  }

  /** Whether tokens can be told good from bad: false until auth has answered once. */
  get ready(): boolean {
    return this.#keys.size > 0;
  }

  /** Starts to follow auth; returns at once. */
  start(): void {
    const poll = async () => {
      await this.#refresh();
      if (!this.#isStopped) this.#timer = setTimeout(poll, pollMilliseconds);
    };
    this.#timer = setTimeout(poll, 0);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** Who sends this Authorization header. */
  async identify(authorization: string | undefined): Promise<Caller> {
    if (!authorization) return { viewer: null };
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    const kid = token && keyIdOf(token);
    if (!token || !kid)
      return { viewer: null, refusal: unauthenticated('The access token is not one of ours.') };
    const key = this.#keys.get(kid) ?? (await this.#unknownKey(kid));
    if (!this.ready) return { viewer: null, refusal: serviceUnavailable('auth') };
    const viewer = key && verifyAccessToken(token, key);
    if (!viewer || this.#revoked.has(viewer.sessionId)) {
      return {
        viewer: null,
        refusal: unauthenticated('The access token has ended. Refresh it, or log in again.'),
      };
    }
    return { viewer };
  }

  async #unknownKey(kid: string): Promise<KeyObject | undefined> {
    if (Date.now() - this.#keysAskedAt > unknownKeyMilliseconds)
      await this.#loadKeys().catch(() => undefined);
    return this.#keys.get(kid);
  }

  async #loadKeys(): Promise<void> {
    this.#keysAskedAt = Date.now();
    const keys = await this.#facts.publicKeys();
    this.#keys = new Map(keys.map(key => [String(key.kid), createPublicKey({ key, format: 'jwk' })]));
  }

  async #refresh(): Promise<void> {
    try {
      if (!this.ready || Date.now() - this.#keysAskedAt > keysMilliseconds) await this.#loadKeys();
      const since = new Date(Math.max(0, this.#latestRevocation - overlapMilliseconds));
      for (const { sessionId, revokedAt } of await this.#facts.revokedSessions(since)) {
        this.#revoked.set(sessionId, revokedAt.getTime());
        this.#latestRevocation = Math.max(this.#latestRevocation, revokedAt.getTime());
      }
      this.#forgetTheDead();
      if (!this.#reachable) this.#logger.info('auth answers again');
      this.#reachable = true;
    } catch (error) {
      if (this.#reachable)
        this.#logger.warn({ err: error }, 'auth cannot be asked which sessions have ended');
      this.#reachable = false;
    }
  }

  // Tokens of a session that ended longer ago than tokens live have ended by themselves.
  #forgetTheDead(): void {
    const limit = this.#latestRevocation - 2 * accessTokenSeconds * 1000;
    for (const [sessionId, revokedAt] of this.#revoked)
      if (revokedAt < limit) this.#revoked.delete(sessionId);
  }
}
