import { createHmac, hash, type KeyObject } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
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
 * A JWT in its compact form (RFC 7515, section 7.1; RFC 7518, section 3.2), which jsonwebtoken verifies. It is not
 * jsonwebtoken that makes it, since that takes more than twice as long, and the gateway needs one for each fetch.
 */
function signed(claims: object, key: KeyObject): string {
  const text = `${signedHeader}.${encoded(claims)}`;
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
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

const bound = z.object({ iss: z.string(), req: z.string(), body: z.string().optional() });
const unbound = z.object({ iss: z.string() });

function verified<Claims>(token: string, key: KeyObject, audience: string, claims: z.ZodType<Claims>) {
  try {
    return claims.safeParse(jwt.verify(token, key, { algorithms: ['HS256'], audience, clockTolerance })).data;
  } catch {
    return undefined;
  }
}

/** Who a token says that it is from, before that is verified; jsonwebtoken's own decoding checks what its verifying checks again. */
function claimedIssuer(token: string): string {
  const [, payload = ''] = token.split('.');
  try {
    return unbound.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).data?.iss ?? '';
  } catch {
    return '';
  }
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
    const sender = claimedIssuer(proof);
    const key = keys.keyOf(sender, audience);
    const claims = key && verified(proof, key, audience, bound);
    const holds = claims?.iss === sender && claims.req === `${method} ${path}`;
    return holds ? { sister: sender, body: claims.body } : undefined;
  }
  const token = headers[internalTokenHeader];
  if (typeof token !== 'string' || !keys.sharedSecret) return undefined;
  const claims = verified(token, keys.sharedSecret, audience, unbound);
  return claims && { sister: claims.iss, body: undefined };
}
