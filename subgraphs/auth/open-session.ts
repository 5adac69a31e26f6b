import type { EntityManager } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { databaseTime } from '../../runtime/database-time.ts';
import { newId } from '../../runtime/ids.ts';
import type { Context } from './context.ts';
import { endSessions } from './end-sessions.ts';
import { issueTokens } from './issue-tokens.ts';
import { hashOfToken, newToken, RefreshToken } from './refresh-token.ts';
import type { Tokens } from './resolvers.generated.ts';
import { endOfSession, Session } from './session.ts';
import type { User } from './user.ts';

const maxUserAgentLength = 500;

/**
 * Signs a user in: a new session and its first tokens. The transaction must hold the user's row, or have made
 * it, so that no change of its role or password comes in between. The session that the same browser had before ends.
 */
export async function openSession(tx: EntityManager, user: User, context: Context): Promise<Tokens> {
  const { tokenSettings, userAgent, signedIn } = context;
  const now = await databaseTime(tx);
  const session = tx.create(Session, {
    id: newId(),
    user,
    userAgent: userAgent?.slice(0, maxUserAgentLength) ?? null,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: endOfSession(now, now, tokenSettings),
    endedAt: null,
  });
  // A refresh token names its session by id alone, so that MikroORM does not know which row goes first.
  await tx.flush();
  await appendEntries(tx, [{ action: 'SessionOpened', actorId: user.id, subjectId: session.id }]);
  signedIn.add(user.id);
  const tokens = await issueTokens(tx, session, newToken(), tokenSettings, now);
  await endSessionBefore(tx, context);
  return tokens;
}

async function endSessionBefore(tx: EntityManager, { sessionCookie }: Context): Promise<void> {
  if (!sessionCookie?.refreshToken) return;
  const before = await tx.findOne(RefreshToken, { hash: hashOfToken(sessionCookie.refreshToken) });
  if (before) await endSessions(tx, { id: before.sessionId });
}
