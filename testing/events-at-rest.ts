import { setTimeout as delay } from 'node:timers/promises';
import { subgraphs } from '../runtime/services.ts';
import type { StoreDescription } from './test-store.ts';
import { StoreUser } from './use-store.ts';

const patienceMilliseconds = 30_000;

/** Resolves when every event of a store has come to all who listen and was applied; rejects after 30 s. */
export async function eventsAtRest(description: StoreDescription): Promise<void> {
  const store = new StoreUser(description);
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    const counts = await Promise.all(
      subgraphs.flatMap(name =>
        ['outbox_event', 'inbox_event'].map(async table => {
          const statement = `SELECT COUNT(*) AS due FROM ${table} WHERE due_at IS NOT NULL`;
          const [row] = await store.rows<{ due: number }>(name, statement);
          return row?.due ?? 0;
        }),
      ),
    );
    if (counts.every(due => due === 0)) return;
    if (Date.now() > deadline) throw new Error(`Events are still on their way: ${counts.join(', ')}`);
    await delay(50);
  }
}
