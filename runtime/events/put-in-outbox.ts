import type { EntityManager } from '@mikro-orm/mysql';
import type { NewEvent } from '../../schema/events.ts';
import { originHere } from '../tracing/spans.ts';

/**
 * Writes an event into the outbox, in the transaction of the change that it tells of: both are there, or neither.
 * The transaction must hold the lock of the subject's row, so that events of a subject are numbered in the order in
 * which they happened.
 */
export async function putInOutbox(tx: EntityManager, event: NewEvent): Promise<void> {
  const { id, stream, type, version, subject, body } = event;
  const { requestId = null, traceparent = null } = originHere();
  await tx.execute(
    `INSERT INTO outbox_subject (stream, subject, last_sequence) VALUES (?, ?, LAST_INSERT_ID(1))
     ON DUPLICATE KEY UPDATE last_sequence = LAST_INSERT_ID(last_sequence + 1)`,
    [stream, subject],
    'run',
  );
  await tx.execute(
    `INSERT INTO outbox_event
       (id, stream, type, version, subject, subject_sequence, occurred_at, body, request_id, traceparent, due_at)
     VALUES (?, ?, ?, ?, ?, LAST_INSERT_ID(), NOW(3), ?, ?, ?, NOW(3))`,
    [id, stream, type, version, subject, JSON.stringify(body), requestId, traceparent],
    'run',
  );
}
