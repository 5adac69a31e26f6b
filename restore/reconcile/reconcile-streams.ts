import { streamTopic } from '../../invariants/stream-topic.ts';
import type { SubgraphName } from '../../runtime/services.ts';
import { listenersOf, type StreamName, streamNames, streams } from '../../schema/events.ts';
import { catchUp } from './catch-up.ts';
import type { RestoredStore } from './restored-store.ts';
import { rewind } from './rewind.ts';
import { suspects } from './suspects.ts';

interface Numbered {
  subject: string;
  sequence: number;
}

const byStream = 'WHERE stream = ? AND subject IN (?)';

async function numbers(
  { read }: RestoredStore,
  database: SubgraphName,
  select: string,
  stream: StreamName,
  subjects: readonly string[],
): Promise<Map<string, number>> {
  const rows = await read<Numbered>(database, `SELECT subject, ${select} ${byStream}`, [stream, subjects]);
  return new Map(rows.map(({ subject, sequence }) => [subject, sequence]));
}

/** Events that a listener has received and not applied, and that its source does not know: their subjects. */
async function waitingForNothing(
  store: RestoredStore,
  stream: StreamName,
  listener: SubgraphName,
): Promise<string[]> {
  const waiting = await store.read<Numbered>(
    listener,
    `SELECT subject, MAX(subject_sequence) AS sequence FROM inbox_event
     WHERE applied_at IS NULL AND stream = ? GROUP BY subject`,
    [stream],
  );
  const found: string[] = [];
  for (let at = 0; at < waiting.length; at += 500) {
    const some = waiting.slice(at, at + 500);
    const subjects = some.map(({ subject }) => subject);
    const last = await numbers(
      store,
      streams[stream].source,
      'last_sequence AS sequence FROM outbox_subject',
      stream,
      subjects,
    );
    found.push(
      ...some.filter(each => each.sequence > (last.get(each.subject) ?? 0)).map(each => each.subject),
    );
  }
  return found;
}

async function reconcileSubjects(
  store: RestoredStore,
  stream: StreamName,
  listener: SubgraphName,
  subjects: readonly string[],
): Promise<number> {
  const { source } = streams[stream];
  const told = await numbers(
    store,
    source,
    'last_sequence AS sequence FROM outbox_subject',
    stream,
    subjects,
  );
  const heard = await numbers(
    store,
    listener,
    'applied_sequence AS sequence FROM inbox_subject',
    stream,
    subjects,
  );
  for (const subject of subjects) {
    const place = { stream, listener, subject, told: told.get(subject) ?? 0, heard: heard.get(subject) ?? 0 };
    if (place.heard > place.told) await rewind(store, place);
    else await catchUp(store, place);
  }
  return subjects.length;
}

/**
 * Brings source and listener of every stream of events into agreement: what a listener has heard that its source does
 * not know is forgotten, what it has not heard is told again. Answers of how many subjects.
 */
export async function reconcileStreams(store: RestoredStore): Promise<number> {
  let count = 0;
  for (const stream of streamNames) {
    for (const listener of listenersOf(stream)) {
      const stray = await waitingForNothing(store, stream, listener);
      if (stray.length > 0) count += await reconcileSubjects(store, stream, listener, stray);
      for await (const subjects of suspects(store.read, streamTopic(stream, listener).scans))
        count += await reconcileSubjects(store, stream, listener, subjects);
    }
  }
  return count;
}
