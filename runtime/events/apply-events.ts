import type { EntityManager } from '@mikro-orm/mysql';
import { isDatabaseDown } from '../database-errors.ts';
import { failpoint } from '../failpoint.ts';
import { reasonOf } from '../reason-of.ts';
import { transaction } from '../transaction.ts';
import type { Envelope } from './envelope.ts';
import { type Handlers, handle, UnsoundEvent } from './handlers.ts';
import { type InboxRow, toEnvelope } from './inbox-row.ts';

/** So often an event is tried before it is a dead letter. */
const maxAttempts = 8;

/** Whose events: those about one subject, in one stream. */
export interface Subject {
  stream: string;
  subject: string;
}

/** An event whose handler failed. */
class Failed extends Error {
  readonly event: Envelope;

  constructor(event: Envelope, cause: unknown) {
    super(reasonOf(cause), { cause });
    this.event = event;
  }
}

/**
 * Applies the events of a subject that the inbox keeps, in their order, up to the first that is missing, dead or
 * fails. Each takes effect in the transaction that writes down that it did. Whoever comes meanwhile waits.
 */
export async function applyEvents(em: EntityManager, handlers: Handlers, subject: Subject): Promise<void> {
  try {
    while (await transaction(em, tx => applyNext(tx, handlers, subject)));
  } catch (error) {
    if (!(error instanceof Failed) || isDatabaseDown(error)) throw error;
    await transaction(em, tx => writeFailure(tx, error));
  }
}

/** Applies the next event of a subject; answers whether there may be another one. */
async function applyNext(tx: EntityManager, handlers: Handlers, subject: Subject): Promise<boolean> {
  const applied = await lockSubject(tx, subject);
  const [next, another] = await readWaiting(tx, subject);
  if (!next) return false;
  if (next.subject_sequence <= applied) await forget(tx, next.event_id);
  else if (next.subject_sequence > applied + 1 || next.is_dead) {
    await waitForEarlier(tx, subject);
    return false;
  } else {
    await applyOne(tx, handlers, toEnvelope(next));
  }
  return another !== undefined;
}

/** How far the subject has come; nobody else moves it until the transaction ends. */
async function lockSubject(tx: EntityManager, { stream, subject }: Subject): Promise<number> {
  const values = [stream, subject];
  await tx.execute(
    'INSERT IGNORE INTO inbox_subject (stream, subject, applied_sequence) VALUES (?, ?, 0)',
    values,
    'run',
  );
  const [place] = await tx.execute<{ applied_sequence: number }[]>(
    'SELECT applied_sequence FROM inbox_subject WHERE stream = ? AND subject = ? FOR UPDATE',
    values,
  );
  return place?.applied_sequence ?? 0;
}

/** The first two events of a subject that were not applied yet. */
const readWaiting = (tx: EntityManager, { stream, subject }: Subject): Promise<InboxRow[]> =>
  tx.execute<InboxRow[]>(
    `SELECT event_id, source, stream, type, version, subject, subject_sequence,
       DATE_FORMAT(occurred_at, '%Y-%m-%dT%H:%i:%s.%f') AS occurred_at, body, dead_at IS NOT NULL AS is_dead
     FROM inbox_event WHERE stream = ? AND subject = ? AND applied_at IS NULL ORDER BY subject_sequence LIMIT 2`,
    [stream, subject],
  );

async function applyOne(tx: EntityManager, handlers: Handlers, event: Envelope): Promise<void> {
  try {
    await handle(handlers, tx, event);
  } catch (error) {
    throw new Failed(event, error);
  }
  await tx.execute(
    `UPDATE inbox_event SET applied_at = NOW(3), applications = applications + 1, due_at = NULL, failure = NULL
     WHERE event_id = ?`,
    [event.id],
    'run',
  );
  await tx.execute(
    'UPDATE inbox_subject SET applied_sequence = ? WHERE stream = ? AND subject = ?',
    [event.sequence, event.stream, event.subject],
    'run',
  );
  await failpoint('inbox.before-commit');
}

/** It came again after it had been applied, and its row had been swept away since. */
const forget = (tx: EntityManager, eventId: string) =>
  tx.execute('DELETE FROM inbox_event WHERE event_id = ?', [eventId], 'run');

/** Whoever applies the one before them applies these too, under the same lock: nothing is due by itself. */
const waitForEarlier = (tx: EntityManager, { stream, subject }: Subject) =>
  tx.execute(
    `UPDATE inbox_event SET due_at = NULL
     WHERE stream = ? AND subject = ? AND applied_at IS NULL AND due_at IS NOT NULL`,
    [stream, subject],
    'run',
  );

/** Sets the event down for another attempt, each later than the last; or as a dead letter, which a person replays. */
async function writeFailure(tx: EntityManager, { event, message, cause }: Failed): Promise<void> {
  const isHopeless = cause instanceof UnsoundEvent;
  await tx.execute(
    `UPDATE inbox_event SET attempts = attempts + 1, failure = LEFT(?, 500),
       dead_at = IF(? OR attempts >= ?, NOW(3), NULL),
       due_at = IF(dead_at IS NULL, NOW(3) + INTERVAL POW(2, attempts) / 4 SECOND, NULL)
     WHERE event_id = ? AND applied_at IS NULL`,
    [message, isHopeless, maxAttempts, event.id],
    'run',
  );
}
