import type { EntityManager } from '@mikro-orm/mysql';
import { accessTokenSeconds, signAccessToken } from '../../runtime/access-token.ts';
import { hashOfToken, RefreshToken } from './refresh-token.ts';
import type { Tokens } from './resolvers.generated.ts';
import type { Session } from './session.ts';
import type { SigningKey } from './signing-key.ts';

/** Makes this the session's refresh token, which lives as long as it; `now` is the database's time. */
export function issueTokens(
  tx: EntityManager,
  session: Session,
  refreshToken: string,
  signingKey: SigningKey,
  now: Date,
): Tokens {
  tx.create(RefreshToken, {
    hash: hashOfToken(refreshToken),
    sessionId: session.id,
    createdAt: now,
    expiresAt: session.expiresAt,
    usedAt: null,
    successorSalt: null,
  });
  return tokensOf(session, refreshToken, signingKey, now);
}

/** A refresh token that the session has, with a new access token. */
export function tokensOf(session: Session, refreshToken: string, signingKey: SigningKey, now: Date): Tokens {
  const { id, role } = session.user;
  const endsAt = Math.floor(now.getTime() / 1000) + accessTokenSeconds;
  return {
    accessToken: signAccessToken({ id, role, sessionId: session.id }, signingKey, now),
    accessTokenExpiresAt: new Date(endsAt * 1000),
    refreshToken,
    refreshTokenExpiresAt: session.expiresAt,
  };
}
