import { type EntityManager, sql } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { Session } from './session.ts';

/**
 * Ends these sessions: from now on their refresh tokens are refused, and within five seconds their access
 * tokens everywhere. It comes last in its transaction, so that the time that it notes is near the commit.
 */
export async function endSessions(
  em: EntityManager,
  which: { id: string } | { user: string; id?: { $ne: string } },
): Promise<void> {
  await appendEntries(em, [{ action: 'SessionsEnded', subjectId: 'user' in which ? which.user : which.id }]);
  await em.nativeUpdate(Session, { ...which, endedAt: null }, { endedAt: sql.now(3) });
}
