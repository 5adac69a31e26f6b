import { hash, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { hmacSha256 } from './hmac-sha256.ts';
import type { InternalKeys } from './internal-keys.ts';

/**
 * The headers by which the gateway and sister services prove themselves to a subgraph.
 *
 * A proof is a JWT (HS256) of a minute, signed by the key of who sends and whom it is for, and good for one request alone: its
 * method, its path and its body (a hash). Who overhears one can, for a minute, have the very same request done again, and no
 * other. That is not refused: a part that does not answer is sent the same request once more. A query then tells what was
 * overheard before, the verbs between services act once for each purchase, and so do purchaseBook, payPurchase and the
 * publication of books under their keys.
 *
 * Who steals the keys of one service (INTERNAL_TOKEN_KEYS) can speak for it, and to it for its callers; to other services it
 * cannot speak for others. In particular nobody but the gateway can ask as the gateway. Who steals
 * INTERNAL_TOKEN_SECRET, of which all keys are made, can speak for all.
 */
export const internalProofHeader = 'x-internal-proof';

/** The token of the release before this one: by the secret that all share, and not bound to a request. */
export const internalTokenHeader = 'x-internal-token';

/** How long a proof is good, in seconds. */
export const proofSeconds = 60;
const renewAfterMilliseconds = 30_000;
/** Processes' clocks may differ by so much. */
const clockTolerance = 5;

/** What a proof is bound to. The body is undefined where it comes as a stream, or there is none. */
export interface InternalRequest {
  method: string;
  /** With its query. */
  path: string;
  body?: string | undefined;
}

/** SHA-256 of a body, as a proof holds it. */
export const digestOf = (body: string): string => hash('sha256', body, 'base64url');

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const signedHeader = encoded({ alg: 'HS256', typ: 'JWT' });

/**
 * A JWT in its compact form (RFC 7515, section 7.1; RFC 7518, section 3.2). It is not jsonwebtoken that makes and verifies it,
 * since that takes more than twice as long, and each fetch of the gateway needs one. Their understanding is tested both ways.
 */
function signed(claims: object, key: KeyObject): string {
  const text = `${signedHeader}.${encoded(claims)}`;
  return `${text}.${hmacSha256(text, key)}`;
}

/** Makes the proofs of one service. */
export class InternalTokens {
  readonly #keys: InternalKeys;
  readonly #issuer: string;
  readonly #made = new Map<string, { token: string; at: number }>();

  constructor(keys: InternalKeys, issuer: string) {
    this.#keys = keys;
    this.#issuer = issuer;
  }

  /** The headers that prove this service to `audience`, for this request alone. */
  headersFor(audience: string, { method, path, body }: InternalRequest): Record<string, string> {
    const key = this.#keys.keyOf(this.#issuer, audience);
    if (!key) throw new Error(`${this.#issuer} has no key to speak to ${audience}.`);
    const claims = { req: `${method} ${path}`, ...(body !== undefined && { body: digestOf(body) }) };
    const proof = this.#sign(claims, key, audience);
    const { sharedSecret } = this.#keys;
    return {
      [internalProofHeader]: proof,
      ...(sharedSecret && { [internalTokenHeader]: this.#unboundToken(sharedSecret, audience) }),
    };
  }

  // For a subgraph of the release before this one, beside which this one may run.
  #unboundToken(sharedSecret: KeyObject, audience: string): string {
    const known = this.#made.get(audience);
    if (known && Date.now() - known.at < renewAfterMilliseconds) return known.token;
    const token = this.#sign({}, sharedSecret, audience);
    this.#made.set(audience, { token, at: Date.now() });
    return token;
  }

  #sign(claims: object, key: KeyObject, audience: string): string {
    const iat = Math.floor(Date.now() / 1000);
    return signed({ ...claims, iat, exp: iat + proofSeconds, aud: audience, iss: this.#issuer }, key);
  }
}

const unbound = z.object({ iss: z.string(), aud: z.string(), exp: z.number(), nbf: z.number().optional() });
const bound = unbound.extend({ req: z.string(), body: z.string().optional() });

/** What a token claims, whether or not it is true; undefined where it claims nothing of the kind. */
function claimsOf<Claims>(token: string, claims: z.ZodType<Claims>): Claims | undefined {
  const [, payload = ''] = token.split('.');
  try {
    return claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}

/** Whether a token is signed by a key, as we sign (no algorithm is the sender's to choose), and meant for `audience` now. */
function isGood(token: string, key: KeyObject, audience: string, claims: z.infer<typeof unbound>): boolean {
  const [header = '', payload = '', signature = '', ...others] = token.split('.');
  const given = Buffer.from(signature);
  const expected = Buffer.from(hmacSha256(`${header}.${payload}`, key));
  const isSigned =
    others.length === 0 &&
    header === signedHeader &&
    given.length === expected.length &&
    timingSafeEqual(given, expected);
  const { aud, exp, nbf = 0 } = claims;
  const now = Math.floor(Date.now() / 1000);
  return isSigned && aud === audience && now < exp + clockTolerance && nbf <= now + clockTolerance;
}

/** Who sends a request, and the digest that its body must have; undefined where the proof is bound to none. */
export interface Proof {
  sister: string;
  body: string | undefined;
}

/** What the headers of a request to `audience` prove; undefined where they prove nothing. */
export function verifyProof(
  keys: InternalKeys,
  audience: string,
  headers: IncomingHttpHeaders,
  { method, path }: InternalRequest,
): Proof | undefined {
  const proof = headers[internalProofHeader];
  if (typeof proof === 'string') {
    const claims = claimsOf(proof, bound);
    const key = claims && keys.keyOf(claims.iss, audience);
    const holds = key && isGood(proof, key, audience, claims) && claims.req === `${method} ${path}`;
    return holds ? { sister: claims.iss, body: claims.body } : undefined;
  }
  const token = headers[internalTokenHeader];
  if (typeof token !== 'string' || !keys.sharedSecret) return undefined;
  const claims = claimsOf(token, unbound);
  const holds = claims && isGood(token, keys.sharedSecret, audience, claims);
  return holds ? { sister: claims.iss, body: undefined } : undefined;
}
