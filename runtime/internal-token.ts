import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';

/** The header by which the gateway and sister services prove themselves to a subgraph. */
export const internalTokenHeader = 'x-internal-token';

const seconds = 60;
const renewAfterMilliseconds = 30_000;

const keys = new Map<string, KeyObject>();

/** The secret as a key, made once: from a text, jsonwebtoken would make one for each token that it verifies. */
function keyOf(secret: string): KeyObject {
  const known = keys.get(secret);
  if (known) return known;
  const key = createSecretKey(Buffer.from(secret));
  keys.set(secret, key);
  return key;
}

/** Makes the internal tokens of one service: HS256, a minute long, each for one audience. */
export class InternalTokens {
  readonly #secret: string;
  readonly #issuer: string;
  readonly #made = new Map<string, { token: string; at: number }>();

  constructor(secret: string, issuer: string) {
    this.#secret = secret;
    this.#issuer = issuer;
  }

  /** A token that proves this service to `audience`; the same one for half a minute. */
  for(audience: string): string {
    const known = this.#made.get(audience);
    if (known && Date.now() - known.at < renewAfterMilliseconds) return known.token;
    const token = jwt.sign({}, this.#secret, {
      algorithm: 'HS256',
      issuer: this.#issuer,
      audience,
      expiresIn: seconds,
    });
    this.#made.set(audience, { token, at: Date.now() });
    return token;
  }
}

/** The service that made the token for `audience`; undefined when the token does not hold. */
export function verifyInternalToken(secret: string, audience: string, token: unknown): string | undefined {
  if (typeof token !== 'string') return undefined;
  try {
    const claims = jwt.verify(token, keyOf(secret), { algorithms: ['HS256'], audience, clockTolerance: 5 });
    return typeof claims === 'object' ? claims.iss : undefined;
  } catch {
    return undefined;
  }
}
