import type { SubgraphName } from '../runtime/services.ts';
import { type StreamName, streams } from '../schema/events.ts';
import type { Violation } from './invariants.ts';
import type { Read } from './open-databases.ts';
import { fingerprint } from './scan.ts';
import type { Topic } from './topic.ts';

/** The number of an event about a subject. */
interface Numbered {
  subject: string;
  sequence: number;
}

/** How many events about each subject there are, by a table that counts them. */
async function places(
  read: Read,
  database: SubgraphName,
  table: string,
  ids: readonly string[],
  stream: StreamName,
): Promise<Map<string, number>> {
  const rows = await read<Numbered>(
    database,
    `SELECT subject, ${table === 'outbox_subject' ? 'last_sequence' : 'applied_sequence'} AS sequence
     FROM ${table} WHERE stream = ? AND subject IN (?)`,
    [stream, ids],
  );
  return new Map(rows.map(({ subject, sequence }) => [subject, sequence]));
}

const eventOf = (subject: string, sequence: number): string => `${subject} ${sequence}`;

/** The events about some subjects that are still on their way to a listener, or there and told of by themselves. */
async function explained(
  read: Read,
  stream: StreamName,
  listener: SubgraphName,
  subjects: readonly string[],
  lateAfterSeconds: number,
): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set();
  const select = (table: string) =>
    `SELECT subject, subject_sequence AS sequence FROM ${table} WHERE stream = ? AND subject IN (?)`;
  const underWay = 'delivered_at IS NULL OR delivered_at >= NOW(3) - INTERVAL ? SECOND';
  const events = await Promise.all([
    read<Numbered>(listener, `${select('inbox_event')} AND applied_at IS NULL`, [stream, subjects]),
    read<Numbered>(streams[stream].source, `${select('outbox_event')} AND (${underWay})`, [
      stream,
      subjects,
      lateAfterSeconds,
    ]),
  ]);
  return new Set(events.flat().map(({ subject, sequence }) => eventOf(subject, sequence)));
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
    const at = ids.map(subject => ({
      subject,
      happened: happened.get(subject) ?? 0,
      applied: applied.get(subject) ?? 0,
    }));
    const behind = at.filter(place => place.applied < place.happened).map(({ subject }) => subject);
    const known = await explained(read, stream, listener, behind, lateAfterSeconds);
    return at.flatMap((place): Violation[] => {
      const id = `${stream} ${place.subject}`;
      const seen = `${listener} has applied ${place.applied}`;
      if (place.applied > place.happened)
        return [
          {
            invariant: 'listener_not_ahead',
            id,
            seen,
            expected: `${place.happened} at the most: so many have happened`,
          },
        ];
      const next = place.applied + 1;
      if (next > place.happened || known.has(eventOf(place.subject, next))) return [];
      return [
        {
          invariant: 'listener_has_every_event',
          id,
          seen: `${seen}, and number ${next} is neither there nor on its way`,
          expected: `${place.happened}`,
        },
      ];
    });
  },
});
