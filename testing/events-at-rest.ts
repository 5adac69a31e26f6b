import { setTimeout as delay } from 'node:timers/promises';
import { listenersOf, streamNames, streams } from '../schema/events.ts';
import type { StoreDescription } from './test-store.ts';
import { StoreUser } from './use-store.ts';

const patienceMilliseconds = 30_000;

/** What is still on its way: a line for each stream and listener that has not heard, or not applied, all. */
async function onTheWay(store: StoreUser): Promise<string[]> {
  const lines = await Promise.all(
    streamNames.map(async stream => {
      const [outbox] = await store.rows<{ told: number; due: number }>(
        streams[stream].source,
        'SELECT COUNT(*) AS told, COUNT(due_at) AS due FROM outbox_event WHERE stream = ?',
        [stream],
      );
      const inboxes = listenersOf(stream).map(async listener => {
        const [inbox] = await store.rows<{ applied: number }>(
          listener,
          'SELECT COUNT(applied_at) AS applied FROM inbox_event WHERE stream = ?',
          [stream],
        );
        return inbox?.applied === outbox?.told
          ? []
          : [`${stream}: ${outbox?.told} told, ${listener} has applied ${inbox?.applied}`];
      });
      const due = outbox?.due ? [`${stream}: ${outbox.due} are in the outbox`] : [];
      return [...due, ...(await Promise.all(inboxes)).flat()];
    }),
  );
  return lines.flat();
}

/** Resolves when every event of a store has come to all who listen and was applied; rejects after 30 s. */
export async function eventsAtRest(description: StoreDescription): Promise<void> {
  const store = new StoreUser(description);
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    const lines = await onTheWay(store);
    if (lines.length === 0) return;
    if (Date.now() > deadline) throw new Error(`Events are still on their way.\n${lines.join('\n')}`);
    await delay(50);
  }
}
