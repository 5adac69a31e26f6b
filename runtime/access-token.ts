import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Viewer } from './viewer.ts';

const issuer = 'bookstore/auth';
const audience = 'bookstore';

/** The `typ` of an access token (RFC 9068), so that no other JWT passes for one. */
const tokenType = 'at+jwt';

/** How long an access token is good, in seconds. */
export const accessTokenSeconds = 300;

const claims = z.object({
  sub: z.uuid(),
  sid: z.uuid(),
  role: z.enum(['CUSTOMER', 'ADMIN']),
  iat: z.int(),
  exp: z.int(),
});

/** Signs an access token (ES256) for a viewer, good from `now` for accessTokenSeconds. */
export function signAccessToken(
  viewer: Viewer,
  key: { kid: string; privateKey: KeyObject },
  now: Date,
): string {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const payload = {
    role: viewer.role,
    sid: viewer.sessionId,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + accessTokenSeconds,
  };
  return jwt.sign(payload, key.privateKey, {
    algorithm: 'ES256',
    issuer,
    audience,
    subject: viewer.id,
    keyid: key.kid,
    header: { alg: 'ES256', typ: tokenType, kid: key.kid },
  });
}

/** The `kid` that a token names; undefined when it is no access token of ours by its looks. */
export function keyIdOf(token: string): string | undefined {
  const header = jwt.decode(token, { complete: true })?.header;
  return header?.typ === tokenType && header.alg === 'ES256' ? header.kid : undefined;
}

/**
 * Who a token speaks for; undefined when it is expired, forged, not for us or signed before `since` (milliseconds since
 * 1970). Processes' clocks may differ by 5 s.
 */
export function verifyAccessToken(token: string, publicKey: KeyObject, since = 0): Viewer | undefined {
  try {
    const verified = jwt.verify(token, publicKey, {
      algorithms: ['ES256'],
      issuer,
      audience,
      clockTolerance: 5,
    });
    const { sub, sid, role, iat } = claims.parse(verified);
    if (iat * 1000 < since) return undefined;
    return { id: sub, sessionId: sid, role };
  } catch {
    return undefined;
  }
}
