import type { EntityManager } from '@mikro-orm/mysql';
import type { NewEvent } from '../../schema/events.ts';
import { appendEntries, entryOfEvent } from '../audit/append-entries.ts';
import { originHere } from '../tracing/spans.ts';

const insertEvents = `INSERT INTO outbox_event
  (id, stream, type, version, subject, subject_sequence, occurred_at, body, request_id, traceparent, due_at) VALUES `;

/** A row of insertEvents; `sequence` is SQL. */
const row = (sequence: string): string => `(?, ?, ?, ?, ?, ${sequence}, NOW(3), ?, ?, ?, NOW(3))`;

function valuesOf({ id, stream, type, version, subject, body }: NewEvent): (string | number | null)[] {
  const { requestId = null, traceparent = null } = originHere();
  return [id, stream, type, version, subject, JSON.stringify(body), requestId, traceparent];
}

/**
 * Writes an event into the outbox, and into the audit log, in the transaction of the change that it tells of: all are there, or
 * none.
 * The transaction must hold the lock of the subject's row, so that events of a subject are numbered in the order in
 * which they happened.
 */
export async function putInOutbox(tx: EntityManager, event: NewEvent): Promise<void> {
  await tx.execute(
    `INSERT INTO outbox_subject (stream, subject, last_sequence) VALUES (?, ?, LAST_INSERT_ID(1))
     ON DUPLICATE KEY UPDATE last_sequence = LAST_INSERT_ID(last_sequence + 1)`,
    [event.stream, event.subject],
    'run',
  );
  await tx.execute(insertEvents + row('LAST_INSERT_ID()'), valuesOf(event), 'run');
  await appendEntries(tx, [entryOfEvent(event)]);
}

/**
 * The same for events that are the first ones about their subjects, which the transaction has made: by three statements,
 * however many there are. Rejects where anything was told of one of them before.
 */
export async function putFirstInOutbox(tx: EntityManager, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const subjects = events.map(() => '(?, ?, 1)').join(', ');
  await tx.execute(
    `INSERT INTO outbox_subject (stream, subject, last_sequence) VALUES ${subjects}`,
    events.flatMap(({ stream, subject }) => [stream, subject]),
    'run',
  );
  await tx.execute(insertEvents + events.map(() => row('1')).join(', '), events.flatMap(valuesOf), 'run');
  await appendEntries(tx, events.map(entryOfEvent));
}
