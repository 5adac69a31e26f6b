import type { EntityManager } from '@mikro-orm/mysql';
import { beforeScrape } from '../metrics/before-scrape.ts';
import { gauge } from '../metrics/instruments.ts';
import type { SubgraphName } from '../services.ts';

/** So many are counted at the most: to know that there are more helps nobody, and each must be looked at. */
const counted = 10_000;

const labels = ['subgraph'] as const;
const upTo = `counted up to ${counted} by each process, exactly by the oracle`;

/** What is told of metrics that the oracle tells too. */
export const backlogHelp = {
  outbox_undelivered: `Events that wait to be delivered; ${upTo}.`,
  outbox_oldest_undelivered_seconds: 'Age of the oldest event that waits to be delivered; 0 where none does.',
  dead_letters: `Events that could not be applied; ${upTo}.`,
};

const shared = (name: keyof typeof backlogHelp) => gauge(name, backlogHelp[name], labels);

const undelivered = shared('outbox_undelivered');
const oldestUndelivered = shared('outbox_oldest_undelivered_seconds');
const unapplied = gauge('inbox_unapplied', `Events that came and have not taken effect; ${upTo}.`, labels);
const oldestUnapplied = gauge(
  'inbox_oldest_unapplied_seconds',
  'How long ago the oldest event came that has not taken effect and is no dead letter; 0 where there is none.',
  labels,
);
const deadLetters = shared('dead_letters');

const count = (from: string) => `(SELECT COUNT(*) FROM (SELECT 1 FROM ${from} LIMIT ${counted}) AS some)`;
// By the id, which sorts by time, since that order stands in the indexes.
const age = (from: string, since: string, id: string) =>
  `COALESCE((SELECT TIMESTAMPDIFF(MICROSECOND, ${since}, NOW(3)) / 1000000 FROM ${from} ORDER BY ${id} LIMIT 1), 0)`;

const inOutbox = 'outbox_event WHERE delivered_at IS NULL';
const inInbox = 'inbox_event WHERE applied_at IS NULL AND applications = 0 AND dead_at IS NULL';

const select = `SELECT ${count(inOutbox)} AS undelivered,
  ${age(inOutbox, 'occurred_at', 'id')} AS oldestUndelivered,
  ${count(inInbox)} AS unapplied,
  ${age(inInbox, 'received_at', 'event_id')} AS oldestUnapplied,
  ${count('inbox_event WHERE dead_at IS NOT NULL')} AS deadLetters`;

type Backlog = Record<
  'undelivered' | 'oldestUndelivered' | 'unapplied' | 'oldestUnapplied' | 'deadLetters',
  string | number
>;

/** Tells how many events wait in the outbox and the inbox of a subgraph's database, and how long already. */
export function measureBacklog(subgraph: SubgraphName, em: EntityManager): () => void {
  const gauges = { undelivered, oldestUndelivered, unapplied, oldestUnapplied, deadLetters };
  return beforeScrape(Object.values(gauges), async () => {
    const [now] = await em.execute<Backlog[]>(select);
    if (!now) return;
    undelivered.set({ subgraph }, Number(now.undelivered));
    oldestUndelivered.set({ subgraph }, Number(now.oldestUndelivered));
    unapplied.set({ subgraph }, Number(now.unapplied));
    oldestUnapplied.set({ subgraph }, Number(now.oldestUnapplied));
    deadLetters.set({ subgraph }, Number(now.deadLetters));
  });
}
