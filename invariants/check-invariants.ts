import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { subgraphs } from '../runtime/services.ts';
import { listenersOf, streamNames } from '../schema/events.ts';
import { bookTopic } from './book-topic.ts';
import { chargeTopic } from './charge-topic.ts';
import { checkTopic } from './check-topic.ts';
import { deletionSearch } from './deletion-searches.ts';
import { eventSearches } from './event-searches.ts';
import { type Figures, readFigures } from './figures.ts';
import type { Limits, Subject, Violation } from './invariants.ts';
import { keySearches } from './key-searches.ts';
import { usualPauses } from './look-again.ts';
import { openDatabases, type Read } from './open-databases.ts';
import { purchaseTopic } from './purchase-topic.ts';
import { streamTopic } from './stream-topic.ts';

/** What the oracle answers. */
export interface Verdict {
  /** Empty for a sound store. */
  violations: Violation[];
  /** How many there are of what the invariants are about. */
  counts: Partial<Record<Subject, number>>;
  figures: Figures;
  /** Sums: money in minor units, copies. */
  totals: Record<string, number>;
}

interface CheckOptions {
  /** RECOVERY_SECONDS of the store: 10 by default, as there. */
  recoverySeconds?: number;
  /** How much later than that anything may be; 60 by default. */
  graceSeconds?: number;
  /** What seems wrong between tables is looked at again after each of these, in milliseconds: over some seconds by default. */
  pauses?: readonly number[];
}

const sum = (numbers: Record<string, number>): number => Object.values(numbers).reduce((a, b) => a + b, 0);

const addTo = (sums: Record<string, number>, more: Record<string, number>): void => {
  for (const [name, number] of Object.entries(more)) sums[name] = (sums[name] ?? 0) + number;
};

function withoutRepeats(violations: readonly Violation[]): Violation[] {
  return [
    ...new Map(violations.map(violation => [`${violation.invariant} ${violation.id}`, violation])).values(),
  ];
}

async function check(read: Read, limits: Limits): Promise<Verdict> {
  const streamTopics = streamNames.flatMap(stream =>
    listenersOf(stream).map(listener => streamTopic(stream, listener)),
  );
  const searches = [...keySearches, ...subgraphs.flatMap(eventSearches), ...subgraphs.map(deletionSearch)];
  const topics = [purchaseTopic, bookTopic, chargeTopic, ...streamTopics];
  const [checked, found, figures] = await Promise.all([
    Promise.all(topics.map(topic => checkTopic(read, topic, limits))),
    // One statement sees its rows at one moment: what it finds is so, and need not be looked at again.
    Promise.all(searches.map(search => search(read, limits))),
    readFigures(read),
  ]);
  const seen: Partial<Record<Subject, number>> = {};
  const totals: Record<string, number> = {};
  for (const part of checked) {
    addTo(seen, part.counts);
    addTo(totals, part.totals);
  }
  seen['outbox events'] = sum(figures.outboxEvents);
  seen['inbox events'] = sum(figures.inboxEvents);
  seen['deleted accounts'] = sum(figures.deletedAccounts);
  seen.histories = seen.purchases ?? 0;
  return {
    violations: withoutRepeats([...checked.flatMap(part => part.violations), ...found.flat()]),
    counts: seen,
    figures,
    totals,
  };
}

/**
 * Reads the databases of a store, and names everything that must never be. It takes no lock and writes nothing. What
 * is on its way at the moment is looked at again for some seconds and is no violation; at rest it answers at once.
 * Rejects when a database cannot be read.
 */
export async function checkInvariants(urls: DatabaseUrls, options: CheckOptions = {}): Promise<Verdict> {
  const { recoverySeconds = 10, graceSeconds = 60, pauses = usualPauses } = options;
  const databases = openDatabases(urls);
  try {
    return await check(databases.read, { lateAfterSeconds: recoverySeconds + graceSeconds, pauses });
  } finally {
    await databases.close();
  }
}
