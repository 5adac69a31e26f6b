import type { EntityManager } from '@mikro-orm/mysql';
import { databaseTime } from '../../runtime/database-time.ts';
import { newId } from '../../runtime/ids.ts';
import type { Context } from './context.ts';
import { issueTokens } from './issue-tokens.ts';
import type { Tokens } from './resolvers.generated.ts';
import { daysAfter, Session } from './session.ts';
import type { User } from './user.ts';

const maxUserAgentLength = 500;

/**
 * Signs a user in: a new session and its first tokens. The transaction must hold the user's row, or have made
 * it, so that no change of its role or password comes in between.
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
    expiresAt: daysAfter(now, tokenSettings.refreshTokenDays),
    endedAt: null,
  });
  // A refresh token names its session by id alone, so that MikroORM does not know which row goes first.
  await tx.flush();
  signedIn.add(user.id);
  return issueTokens(tx, session, tokenSettings.signingKey, now);
}
