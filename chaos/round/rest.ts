import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseUrls } from '../../deploy/local/databases.ts';
import { reasonOf } from '../../runtime/reason-of.ts';
import { type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { rowsOf } from '../record/read-state.ts';

const pollMilliseconds = 300;

const work: { subgraph: SubgraphName; what: string; from: string }[] = [
  {
    subgraph: 'purchase',
    what: 'purchases under way',
    from: "purchase WHERE status IN ('PENDING', 'AWAITING_PAYMENT')",
  },
  {
    subgraph: 'purchase',
    what: 'purchases that something is due for',
    from: "purchase WHERE due_at IS NOT NULL AND status <> 'SHIPPED'",
  },
  { subgraph: 'purchase', what: 'open payments', from: "payment WHERE status IN ('PENDING', 'AUTHORIZED')" },
  ...subgraphs.flatMap(subgraph => [
    { subgraph, what: 'events to be delivered', from: 'outbox_event WHERE due_at IS NOT NULL' },
    {
      subgraph,
      what: 'events to be applied',
      from: 'inbox_event WHERE applied_at IS NULL AND dead_at IS NULL',
    },
  ]),
];

async function count(url: string, from: string): Promise<number> {
  const [row] = await rowsOf<{ number: number }>(url, `SELECT COUNT(*) AS number FROM ${from}`);
  return row?.number ?? 0;
}

/** What the store still has to do, in words; nothing when it is at rest. */
async function workLeft(databases: DatabaseUrls): Promise<string[]> {
  const left = await Promise.all(
    work.map(async ({ subgraph, what, from }) => {
      const number = await count(databases[subgraph], from).catch(reasonOf);
      return number === 0 ? [] : [`${number} ${what} in ${subgraph}`];
    }),
  );
  return left.flat();
}

/** Waits until the store is at rest, or until `latest` (performance.now()); answers what is left then. */
export async function untilRest(databases: DatabaseUrls, latest: number): Promise<string[]> {
  for (;;) {
    const left = await workLeft(databases);
    if (left.length === 0 || performance.now() > latest) return left;
    await delay(pollMilliseconds);
  }
}
