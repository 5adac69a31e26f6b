import type { EntityManager } from '@mikro-orm/mysql';
import { accessTokenSeconds, signAccessToken } from '../../runtime/access-token.ts';
import type { TokenSettings } from './context.ts';
import { hashOfToken, RefreshToken } from './refresh-token.ts';
import type { Tokens } from './resolvers.generated.ts';
import { roleOfTokens } from './role-of-tokens.ts';
import type { Session } from './session.ts';

/** Makes this the session's refresh token, which lives as long as it; `now` is the database's time. */
export async function issueTokens(
  tx: EntityManager,
  session: Session,
  refreshToken: string,
  settings: TokenSettings,
  now: Date,
): Promise<Tokens> {
  tx.create(RefreshToken, {
    hash: hashOfToken(refreshToken),
    sessionId: session.id,
    createdAt: now,
    expiresAt: session.expiresAt,
    usedAt: null,
    successorSalt: null,
  });
  return tokensOf(tx, session, refreshToken, settings, now);
}

/** A refresh token that the session has, with a new access token. */
export async function tokensOf(
  tx: EntityManager,
  session: Session,
  refreshToken: string,
  settings: TokenSettings,
  now: Date,
): Promise<Tokens> {
  const role = await roleOfTokens(tx, session.user, settings);
  const viewer = { id: session.user.id, role, sessionId: session.id };
  const endsAt = Math.floor(now.getTime() / 1000) + accessTokenSeconds;
  return {
    accessToken: signAccessToken(viewer, settings.signingKeys.current, now),
    accessTokenExpiresAt: new Date(endsAt * 1000),
    refreshToken,
    refreshTokenExpiresAt: session.expiresAt,
  };
}
