import type { SubgraphName } from '../runtime/services.ts';
import type { StoreUser } from '../testing/use-store.ts';

const fromThen = 'FROM outbox_event WHERE occurred_at >= ?';
// UTC, whatever the session's time zone is, as in the tables.
const lag = 'TIMESTAMPDIFF(MICROSECOND, occurred_at, COALESCE(delivered_at, UTC_TIMESTAMP(3))) / 1000';

/**
 * How long events waited in a subgraph's outbox since then, in milliseconds: 99 % of them at the most so long. Those
 * that still wait count with how long they have.
 */
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
  const [{ p99 = 0 } = {}] = await store.rows<{ p99: string }>(
    subgraph,
    `SELECT ${lag} AS p99 ${fromThen} ORDER BY ${lag} LIMIT 1 OFFSET ?`,
    [since, Math.floor(events * 0.99)],
  );
  return { events, p99: Number(p99) };
}
