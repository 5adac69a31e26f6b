import type { EntityManager } from '@mikro-orm/mysql';
import { accessTokenSeconds, signAccessToken } from '../../runtime/access-token.ts';
import { hashOfToken, newToken, RefreshToken } from './refresh-token.ts';
import type { Tokens } from './resolvers.generated.ts';
import type { Session } from './session.ts';
import type { SigningKey } from './signing-key.ts';

/** New tokens for a session, whose refresh token lives as long as it; `now` is the database's time. */
export function issueTokens(tx: EntityManager, session: Session, signingKey: SigningKey, now: Date): Tokens {
  const refreshToken = newToken();
  tx.create(RefreshToken, {
    hash: hashOfToken(refreshToken),
    sessionId: session.id,
    createdAt: now,
    expiresAt: session.expiresAt,
    usedAt: null,
  });
  const { id, role } = session.user;
  const endsAt = Math.floor(now.getTime() / 1000) + accessTokenSeconds;
  return {
    accessToken: signAccessToken({ id, role, sessionId: session.id }, signingKey, now),
    accessTokenExpiresAt: new Date(endsAt * 1000),
    refreshToken,
    refreshTokenExpiresAt: session.expiresAt,
  };
}
