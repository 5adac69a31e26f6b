import type { SubgraphName } from '../runtime/services.ts';
import { type StreamName, streams } from '../schema/events.ts';
import type { Violation } from './invariants.ts';
import type { Read } from './open-databases.ts';
import { fingerprint } from './scan.ts';
import type { Topic } from './topic.ts';

/** How far a listener is with the events about one subject, and what has become of the next one. */
interface Place {
  subject: string;
  /** How many have happened. */
  happened: number;
  /** How many the listener has applied. */
  applied: number;
}

async function places(
  read: Read,
  database: SubgraphName,
  table: string,
  ids: readonly string[],
  stream: StreamName,
): Promise<Map<string, number>> {
  const rows = await read<{ subject: string; sequence: number }>(
    database,
    `SELECT subject, ${table === 'outbox_subject' ? 'last_sequence' : 'applied_sequence'} AS sequence
     FROM ${table} WHERE stream = ? AND subject IN (?)`,
    [stream, ids],
  );
  return new Map(rows.map(({ subject, sequence }) => [subject, sequence]));
}

/** Whether the event that a listener waits for is still on its way, or there and told of by itself. */
async function isExplained(
  read: Read,
  stream: StreamName,
  listener: SubgraphName,
  { subject, applied }: Place,
  lateAfterSeconds: number,
): Promise<boolean> {
  const values = [stream, subject, applied + 1];
  const where = 'WHERE stream = ? AND subject = ? AND subject_sequence = ?';
  const inbox = await read(listener, `SELECT 1 FROM inbox_event ${where} AND applied_at IS NULL`, values);
  if (inbox.length > 0) return true;
  const underWay = `SELECT 1 FROM outbox_event ${where}
    AND (delivered_at IS NULL OR delivered_at >= NOW(3) - INTERVAL ? SECOND)`;
  return (await read(streams[stream].source, underWay, [...values, lateAfterSeconds])).length > 0;
}

/** The events of a stream on their way to one of its listeners. */
export const streamTopic = (stream: StreamName, listener: SubgraphName): Topic => ({
  scans: [
    {
      database: streams[stream].source,
      from: 'outbox_subject',
      where: `stream = '${stream}'`,
      id: 'subject',
      balances: { sequence: fingerprint('subject', 'last_sequence') },
      counts: 'outbox subjects',
    },
    {
      database: listener,
      from: 'inbox_subject',
      where: `stream = '${stream}' AND applied_sequence > 0`,
      id: 'subject',
      balances: { sequence: `-${fingerprint('subject', 'applied_sequence')}` },
      counts: 'inbox subjects',
    },
  ],
  judge: async (read, ids, { lateAfterSeconds }) => {
    const applied = await places(read, listener, 'inbox_subject', ids, stream);
    const happened = await places(read, streams[stream].source, 'outbox_subject', ids, stream);
    const violations: Violation[] = [];
    for (const subject of ids) {
      const place = { subject, happened: happened.get(subject) ?? 0, applied: applied.get(subject) ?? 0 };
      const seen = `${listener} has applied ${place.applied}`;
      const id = `${stream} ${subject}`;
      if (place.applied > place.happened)
        violations.push({
          invariant: 'listener_not_ahead',
          id,
          seen,
          expected: `${place.happened} at the most: so many have happened`,
        });
      else if (
        place.applied < place.happened &&
        !(await isExplained(read, stream, listener, place, lateAfterSeconds))
      )
        violations.push({
          invariant: 'listener_has_every_event',
          id,
          seen: `${seen}, and number ${place.applied + 1} is neither there nor on its way`,
          expected: `${place.happened}`,
        });
    }
    return violations;
  },
});
