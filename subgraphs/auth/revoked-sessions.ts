import { type EntityManager, sql } from '@mikro-orm/mysql';
import { accessTokenSeconds } from '../../runtime/access-token.ts';
import { everySession } from '../../runtime/known-tokens.ts';
import { beginningOfSessions } from './beginning-of-sessions.ts';
import type { RevokedSession } from './resolvers.generated.ts';
import { Session } from './session.ts';

/**
 * Sessions that ended early at or after `since`, as far as tokens that name them could still be alive; and everySession
 * where all sessions were ended since, or the database was restored: it may not know all that began before.
 */
export async function revokedSessions(since: Date, em: EntityManager): Promise<RevokedSession[]> {
  const tokensAlive = sql`NOW(3) - INTERVAL ${2 * accessTokenSeconds} SECOND`;
  const sessions = await em.find(
    Session,
    { $and: [{ endedAt: { $gte: since } }, { endedAt: { $gte: tokensAlive } }] },
    { fields: ['endedAt'], orderBy: { endedAt: 'asc' } },
  );
  const beganAt = await beginningOfSessions(em);
  const everybody =
    beganAt > 0 && beganAt >= since.getTime()
      ? [{ sessionId: everySession, revokedAt: new Date(beganAt) }]
      : [];
  const single = sessions.flatMap(({ id, endedAt }) =>
    endedAt ? [{ sessionId: id, revokedAt: endedAt }] : [],
  );
  return [...everybody, ...single];
}
