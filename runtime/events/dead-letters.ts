import type { EntityManager, QueryResult } from '@mikro-orm/mysql';
import { appendEntries } from '../audit/append-entries.ts';
import { instantOf } from '../database-time.ts';
import { isId } from '../ids.ts';
import { type Connection, decodeCursor, pageSize, toConnection } from '../page.ts';
import { transaction } from '../transaction.ts';

/** An event of an inbox that could not be applied. */
export interface DeadLetter {
  /** The event's. */
  id: string;
  type: string;
  stream: string;
  /** The id of what it is about. */
  subject: string;
  occurredAt: Date;
  diedAt: Date;
  /** Why it could not be applied. */
  failure: string;
}

/** The name of the list's order in its cursors. */
const order = 'oldest dead letter';

/** The condition that an event of an inbox is a dead letter. */
export const isDead = 'dead_at IS NOT NULL';

/** Has the dead letter of an id tried again, at once and from the start. */
export const replayStatement = `UPDATE inbox_event SET dead_at = NULL, attempts = 0, due_at = NOW(3) WHERE event_id = ? AND ${isDead}`;

type Row = Record<'id' | 'type' | 'stream' | 'subject' | 'occurred_at' | 'dead_at' | 'failure', string>;

/** A page of an inbox's dead letters, the event that happened first at first. */
export async function listDeadLetters(
  em: EntityManager,
  { first, after }: { first?: number | null | undefined; after?: string | null | undefined },
): Promise<Connection<DeadLetter>> {
  const size = pageSize(first);
  const [last = ''] = after ? decodeCursor(order, ['string'], after) : [];
  const rows = await em.execute<Row[]>(
    `SELECT event_id AS id, type, stream, subject, occurred_at, dead_at, failure FROM inbox_event
     WHERE ${isDead} AND event_id > ? ORDER BY event_id LIMIT ?`,
    [last, size + 1],
  );
  const letters = rows.map(({ occurred_at, dead_at, failure, ...letter }) => ({
    ...letter,
    occurredAt: instantOf(occurred_at),
    diedAt: instantOf(dead_at),
    failure: failure ?? '',
  }));
  const count = async () => {
    const [row] = await em.execute<{ n: number | string }[]>(
      `SELECT COUNT(*) AS n FROM inbox_event WHERE ${isDead}`,
    );
    return Number(row?.n ?? 0);
  };
  return toConnection(letters, { size, order, after: last !== '' }, ({ id }) => [id], count);
}

/** Has a dead letter tried again within moments; false where there is none of that id. */
export async function replayDeadLetter(em: EntityManager, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  return transaction(em, async tx => {
    const { affectedRows } = await tx.execute<QueryResult>(replayStatement, [id], 'run');
    if (affectedRows === 1) await appendEntries(tx, [{ action: 'DeadLetterReplayed', subjectId: id }]);
    return affectedRows === 1;
  });
}
