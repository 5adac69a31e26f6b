import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { NIL } from 'uuid';
import { accessTokenSeconds } from './access-token.ts';

/** Stands for all sessions: they ended together, by `npm run end-sessions`, or when auth's database was restored to an earlier state. */
export const everySession = NIL;

/** What auth has told about tokens: its public keys, and the sessions that ended early. */
export interface ToldFacts {
  publicKeys: JsonWebKey[];
  revokedSessions: { sessionId: string; revokedAt: Date }[];
}

/** What this process knows about tokens, by what auth told. */
export class KnownTokens {
  #publicKeys: JsonWebKey[] = [];
  #keys = new Map<string, KeyObject>();
  #revoked = new Map<string, number>();
  #latestRevocation = 0;

  /** Whether any key is known. */
  get hasKeys(): boolean {
    return this.#keys.size > 0;
  }

  /** When the latest session ended that is known to have ended early, in milliseconds by auth's clock; 0 for none. */
  get latestRevocation(): number {
    return this.#latestRevocation;
  }

  key(kid: string): KeyObject | undefined {
    return this.#keys.get(kid);
  }

  isRevoked(sessionId: string): boolean {
    return this.#revoked.has(sessionId);
  }

  /** Tokens from before this time, in milliseconds, have ended together; undefined where none have. */
  get allRevokedAt(): number | undefined {
    return this.#revoked.get(everySession);
  }

  learnKeys(publicKeys: JsonWebKey[]): void {
    this.#publicKeys = publicKeys;
    this.#keys = new Map(publicKeys.map(key => [String(key.kid), createPublicKey({ key, format: 'jwk' })]));
  }

  /** Whether there was one among them that was not known. */
  learnRevoked(sessions: ToldFacts['revokedSessions']): boolean {
    const known = this.#revoked.size;
    for (const { sessionId, revokedAt } of sessions) {
      this.#revoked.set(sessionId, revokedAt.getTime());
      this.#latestRevocation = Math.max(this.#latestRevocation, revokedAt.getTime());
    }
    const isNews = this.#revoked.size > known;
    this.#forgetTheDead();
    return isNews;
  }

  /** All of it, as auth would tell it. */
  get told(): ToldFacts {
    const revokedSessions = [...this.#revoked].map(([sessionId, revokedAt]) => ({
      sessionId,
      revokedAt: new Date(revokedAt),
    }));
    return { publicKeys: this.#publicKeys, revokedSessions };
  }

  // Tokens of a session that ended longer ago than tokens live have ended by themselves.
  #forgetTheDead(): void {
    const limit = this.#latestRevocation - 2 * accessTokenSeconds * 1000;
    for (const [sessionId, revokedAt] of this.#revoked)
      if (revokedAt < limit) this.#revoked.delete(sessionId);
  }
}
