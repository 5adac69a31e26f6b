import type { SubgraphName } from '../runtime/services.ts';
import type { StoreUser } from '../testing/use-store.ts';

const fromThen = 'FROM outbox_event WHERE delivered_at IS NOT NULL AND occurred_at >= ?';

/** How long events waited in a subgraph's outbox since then, in milliseconds: 99 % of them at the most so long. */
export async function outboxLag(
  store: StoreUser,
  subgraph: SubgraphName,
  since: string,
): Promise<{ events: number; p99: number }> {
  const [{ events = 0 } = {}] = await store.rows<{ events: number }>(
    subgraph,
    `SELECT COUNT(*) AS events ${fromThen}`,
    [since],
  );
  const [{ lag = 0 } = {}] = await store.rows<{ lag: number }>(
    subgraph,
    `SELECT TIMESTAMPDIFF(MICROSECOND, occurred_at, delivered_at) / 1000 AS lag ${fromThen}
     ORDER BY TIMESTAMPDIFF(MICROSECOND, occurred_at, delivered_at) LIMIT 1 OFFSET ?`,
    [since, Math.floor(events * 0.99)],
  );
  return { events, p99: Number(lag) };
}
