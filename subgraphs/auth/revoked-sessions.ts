import { type EntityManager, sql } from '@mikro-orm/mysql';
import { accessTokenSeconds } from '../../runtime/access-token.ts';
import { incarnationOf } from '../../runtime/events/incarnation.ts';
import { everySession } from '../../runtime/known-tokens.ts';
import type { RevokedSession } from './resolvers.generated.ts';
import { Session } from './session.ts';

/**
 * Sessions that ended early at or after `since`, as far as tokens that name them could still be alive; and everySession
 * where the database was restored since: it may not know all that began before.
 */
export async function revokedSessions(since: Date, em: EntityManager): Promise<RevokedSession[]> {
  const tokensAlive = sql`NOW(3) - INTERVAL ${2 * accessTokenSeconds} SECOND`;
  const sessions = await em.find(
    Session,
    { $and: [{ endedAt: { $gte: since } }, { endedAt: { $gte: tokensAlive } }] },
    { fields: ['endedAt'], orderBy: { endedAt: 'asc' } },
  );
  const restoredAt = await incarnationOf(em, 'auth');
  const everybody =
    restoredAt > 0 && restoredAt >= since.getTime()
      ? [{ sessionId: everySession, revokedAt: new Date(restoredAt) }]
      : [];
  const single = sessions.flatMap(({ id, endedAt }) =>
    endedAt ? [{ sessionId: id, revokedAt: endedAt }] : [],
  );
  return [...everybody, ...single];
}
