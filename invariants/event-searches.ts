import type { SubgraphName } from '../runtime/services.ts';
import type { InvariantName } from './invariants.ts';
import { asViolations, mostRows, type Search } from './search.ts';

interface Condition {
  invariant: InvariantName;
  table: 'inbox_event' | 'outbox_event';
  /** With one question mark at the most: the seconds after which something is late. */
  where: string;
  seen: string;
  expected: string;
}

const late = 'NOW(3) - INTERVAL ? SECOND';

const conditions: readonly Condition[] = [
  {
    invariant: 'outbox_delivered_in_time',
    table: 'outbox_event',
    where: `delivered_at IS NULL AND occurred_at < ${late}`,
    seen: "CONCAT(type, ' of ', occurred_at, ', attempts: ', attempts)",
    expected: 'delivered by now',
  },
  {
    invariant: 'no_dead_letters',
    table: 'inbox_event',
    where: 'dead_at IS NOT NULL',
    seen: "CONCAT(type, ' from ', source, ': ', COALESCE(failure, ''))",
    expected: 'applied',
  },
  {
    invariant: 'event_applied_once',
    table: 'inbox_event',
    where: 'applied_at IS NOT NULL AND applications <> 1',
    seen: "CONCAT(type, ' from ', source, ', applied ', applications, ' times')",
    expected: 'applied once',
  },
  {
    invariant: 'event_applied_once',
    table: 'inbox_event',
    where: 'applied_at IS NULL AND applications <> 0',
    seen: "CONCAT(type, ' from ', source, ', applied ', applications, ' times, and waiting')",
    expected: 'not applied before',
  },
  {
    invariant: 'event_applied_in_time',
    table: 'inbox_event',
    // What waits behind a dead letter waits for whoever replays that one.
    where: `applied_at IS NULL AND dead_at IS NULL AND received_at < ${late} AND NOT EXISTS (SELECT 1 FROM inbox_event dead
      WHERE dead.stream = e.stream AND dead.subject = e.subject AND dead.subject_sequence < e.subject_sequence
        AND dead.dead_at IS NOT NULL)`,
    seen: "CONCAT(type, ' from ', source, ', received ', received_at, COALESCE(CONCAT(': ', failure), ''))",
    expected: 'applied by now',
  },
];

const searchFor =
  (database: SubgraphName, { invariant, table, where, seen, expected }: Condition): Search =>
  async (read, { lateAfterSeconds }) => {
    const id = table === 'inbox_event' ? 'event_id' : 'id';
    const rows = await read<{ id: string; seen: string }>(
      database,
      `SELECT ${id} AS id, ${seen} AS seen FROM ${table} e WHERE ${where} LIMIT ${mostRows}`,
      where.includes('?') ? [lateAfterSeconds] : [],
    );
    return asViolations(rows, invariant, expected);
  };

/** What is wrong with the outbox and the inbox of a subgraph by themselves. */
export const eventSearches = (database: SubgraphName): Search[] =>
  conditions.map(condition => searchFor(database, condition));
