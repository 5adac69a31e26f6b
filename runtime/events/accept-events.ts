import type { EntityManager, QueryResult } from '@mikro-orm/mysql';
import type { Envelope } from './envelope.ts';
import { leaseSeconds } from './inbox-lease.ts';

const toDateTime = (instant: string): string => instant.replace('T', ' ').replace('Z', '');

/**
 * Keeps events in the inbox; those that it has stay as they are, and when these are all, it answers false. From then
 * on nobody needs to send them again.
 */
export async function acceptEvents(em: EntityManager, events: readonly Envelope[]): Promise<boolean> {
  if (events.length === 0) return false;
  // In the order of the key, so that two who bring the same ones do not deadlock.
  const sorted = events.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { affectedRows } = await em.execute<QueryResult>(
    `INSERT IGNORE INTO inbox_event (event_id, source, stream, type, version, subject, subject_sequence,
       occurred_at, body, request_id, traceparent, received_at, due_at)
     VALUES ${sorted.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NOW(3), NOW(3) + INTERVAL ? SECOND)').join(', ')}`,
    sorted.flatMap(event => [
      event.id,
      event.source,
      event.stream,
      event.type,
      event.version,
      event.subject,
      event.sequence,
      toDateTime(event.occurredAt),
      JSON.stringify(event.body),
      event.requestId ?? null,
      event.traceparent ?? null,
      leaseSeconds,
    ]),
    'run',
  );
  return affectedRows > 0;
}
