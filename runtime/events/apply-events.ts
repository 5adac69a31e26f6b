import type { EntityManager } from '@mikro-orm/mysql';
import { isDatabaseDown } from '../database-errors.ts';
import { failpoint } from '../failpoint.ts';
import type { Logger } from '../logger.ts';
import { reasonOf } from '../reason-of.ts';
import { transaction } from '../transaction.ts';
import { eventFailures, eventsApplied } from './event-metrics.ts';
import { type EventRow, eventColumns, toEnvelope } from './event-row.ts';
import { inEventScope } from './event-span.ts';
import { type Handlers, handle, UnsoundEvent } from './handlers.ts';
import { leaseSeconds } from './inbox-lease.ts';

/** So often an event is tried before it is a dead letter. */
const maxAttempts = 8;

/** Whose events: those about one subject, in one stream. */
export interface Subject {
  stream: string;
  subject: string;
}

type Row = EventRow & { source: string; is_dead: number; applied_sequence: number };

/** An event that could not be applied. */
class Failed extends Error {
  readonly eventId: string;
  /** How many events before it are taken back with it. */
  takesBack = 0;

  constructor(eventId: string, cause: unknown) {
    super(reasonOf(cause), { cause });
    this.eventId = eventId;
  }
}

/** So many events of a subject take effect by one transaction, where so many wait: each commit waits for the disk. */
const mostTogether = 10;

/**
 * Applies the events of a subject that the inbox keeps, in their order, up to the first that is missing, dead or
 * fails. Each takes effect in the transaction that writes down that it did. Whoever comes meanwhile waits.
 */
export async function applyEvents(
  em: EntityManager,
  handlers: Handlers,
  subject: Subject,
  logger: Logger,
): Promise<void> {
  const applyAll = async (together: number): Promise<void> => {
    for (let isMore = true; isMore; ) {
      const { applied, another } = await transaction(em, tx =>
        applyNext(tx, handlers, subject, together, logger),
      );
      for (const { type } of applied) eventsApplied.inc({ type });
      isMore = another;
    }
  };
  try {
    // Those that one that fails takes back are sound: they go by themselves then.
    await applyAll(mostTogether).catch(error => {
      if (isOfEvent(error) && error.takesBack > 0) return applyAll(1);
      throw error;
    });
  } catch (error) {
    if (!isOfEvent(error)) throw error;
    eventFailures.inc();
    await transaction(em, tx => writeFailure(tx, error));
  }
}

const isOfEvent = (error: unknown): error is Failed => error instanceof Failed && !isDatabaseDown(error);

/** What became of the next events of a subject. */
interface Step {
  /** The events that took effect. */
  applied: Row[];
  /** Whether there may be another one. */
  another: boolean;
}

/** Applies the next events of a subject, so many at the most. */
async function applyNext(
  tx: EntityManager,
  handlers: Handlers,
  subject: Subject,
  most: number,
  logger: Logger,
): Promise<Step> {
  await lockSubject(tx, subject);
  const rows = await readWaiting(tx, subject, most + 1);
  const applied: Row[] = [];
  let sequence = rows[0]?.applied_sequence ?? 0;
  for (const next of rows.slice(0, most)) {
    if (next.subject_sequence <= sequence) {
      await forget(tx, next.id);
      continue;
    }
    if (next.subject_sequence > sequence + 1 || next.is_dead) {
      await waitForEarlier(tx, subject, sequence);
      return { applied, another: false };
    }
    await applyOne(tx, handlers, next, logger).catch(error => {
      if (error instanceof Failed) error.takesBack = applied.length;
      throw error;
    });
    applied.push(next);
    sequence = next.subject_sequence;
  }
  const another = rows[most];
  if (another) await wake(tx, another);
  await failpoint('inbox.before-commit');
  return { applied, another: another !== undefined };
}

/** Has nobody else move a subject on until the transaction ends. */
const lockSubject = (tx: EntityManager, { stream, subject }: Subject) =>
  // Not INSERT IGNORE: that takes a shared lock of a row that is there, and two who then want it for themselves deadlock.
  tx.execute(
    `INSERT INTO inbox_subject (stream, subject, applied_sequence) VALUES (?, ?, 0)
     ON DUPLICATE KEY UPDATE applied_sequence = applied_sequence`,
    [stream, subject],
    'run',
  );

/** The first events of a subject that were not applied yet, with how far the subject has come. */
const readWaiting = (tx: EntityManager, { stream, subject }: Subject, most: number): Promise<Row[]> =>
  tx.execute<Row[]>(
    `SELECT e.event_id AS id, e.source, ${eventColumns}, e.dead_at IS NOT NULL AS is_dead, s.applied_sequence
     FROM inbox_event e JOIN inbox_subject s USING (stream, subject)
     WHERE stream = ? AND subject = ? AND e.applied_at IS NULL ORDER BY e.subject_sequence LIMIT ?`,
    [stream, subject, most],
  );

function eventOf(row: Row) {
  try {
    return toEnvelope(row, row.source);
  } catch (error) {
    throw new UnsoundEvent(`This is no event that is known here: ${reasonOf(error)}`);
  }
}

async function applyOne(tx: EntityManager, handlers: Handlers, row: Row, logger: Logger): Promise<void> {
  try {
    const event = eventOf(row);
    await inEventScope(event, () =>
      handle(handlers, tx, event).catch(error => {
        const { id: eventId, type } = event;
        if (!isDatabaseDown(error)) logger.warn({ err: error, eventId, type }, 'an event cannot be applied');
        throw error;
      }),
    );
  } catch (error) {
    throw new Failed(row.id, error);
  }
  await tx.execute(
    `UPDATE inbox_event e JOIN inbox_subject s ON s.stream = e.stream AND s.subject = e.subject
     SET e.applied_at = NOW(3), e.applications = e.applications + 1, e.due_at = NULL, e.failure = NULL,
       s.applied_sequence = e.subject_sequence
     WHERE e.event_id = ?`,
    [row.id],
    'run',
  );
}

/** The one behind has waited for this one. It is applied in a moment; if this process dies before, another one does it. */
const wake = (tx: EntityManager, { id }: Row) =>
  tx.execute(
    `UPDATE inbox_event SET due_at = NOW(3) + INTERVAL ? SECOND
     WHERE event_id = ? AND due_at IS NULL AND dead_at IS NULL`,
    [leaseSeconds, id],
    'run',
  );

/** It came again after it had been applied, and its row had been swept away since. */
const forget = (tx: EntityManager, eventId: string) =>
  tx.execute('DELETE FROM inbox_event WHERE event_id = ?', [eventId], 'run');

/**
 * Whoever applies the one before them wakes these: nothing is due by itself but the next in order, which may have come
 * since the rows were read.
 */
const waitForEarlier = (tx: EntityManager, { stream, subject }: Subject, applied: number) =>
  tx.execute(
    `UPDATE inbox_event SET due_at = NULL
     WHERE stream = ? AND subject = ? AND subject_sequence > ? + 1 AND applied_at IS NULL AND due_at IS NOT NULL`,
    [stream, subject, applied],
    'run',
  );

/** Sets the event down for another attempt, each later than the last; or as a dead letter, which a person replays. */
async function writeFailure(tx: EntityManager, { eventId, message, cause }: Failed): Promise<void> {
  const isHopeless = cause instanceof UnsoundEvent;
  await tx.execute(
    `UPDATE inbox_event SET attempts = attempts + 1, failure = LEFT(?, 500),
       dead_at = IF(? OR attempts >= ?, NOW(3), NULL),
       due_at = IF(dead_at IS NULL, NOW(3) + INTERVAL POW(2, attempts) / 4 SECOND, NULL)
     WHERE event_id = ? AND applied_at IS NULL`,
    [message, isHopeless, maxAttempts, eventId],
    'run',
  );
}
