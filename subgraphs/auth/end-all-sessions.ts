import { type EntityManager, sql } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { databaseTime } from '../../runtime/database-time.ts';
import { transaction } from '../../runtime/transaction.ts';
import { beginSessionsAnew } from './beginning-of-sessions.ts';
import { notEnded, Session } from './session.ts';

/** Rows that one statement changes, so that none holds locks for long. */
const batch = 500;

/**
 * Ends all sessions of all users that have begun by now, and answers how many there were. Their refresh tokens are refused at once; then,
 * within five seconds, all access tokens from before are, everywhere. Sessions end by their time, and not one by one: services are told one
 * word about all of them, and no list.
 */
export async function endAllSessions(em: EntityManager): Promise<number> {
  const begun = { createdAt: { $lte: await databaseTime(em) } };
  let count = 0;
  for (;;) {
    const sessions = await em
      .fork()
      .find(Session, { ...notEnded(), ...begun }, { fields: ['id'], limit: batch });
    if (sessions.length === 0) break;
    const ids = { id: { $in: sessions.map(({ id }) => id) } };
    count += await em.nativeUpdate(Session, { ...notEnded(), ...ids }, { expiresAt: sql.now(3) });
  }
  // Last: whoever refreshed while it went on has an access token from before this.
  await transaction(em, async tx => {
    await beginSessionsAnew(tx);
    await appendEntries(tx, [{ action: 'AllSessionsEnded', facts: { count } }]);
  });
  return count;
}
