import { Gauge, Registry } from 'prom-client';
import { backlogHelp } from '../runtime/events/backlog.ts';
import type { Metric } from '../runtime/metrics/instruments.ts';
import type { Verdict } from './check-invariants.ts';
import { type InvariantName, invariantNames, invariants } from './invariants.ts';

/** What a check found, when it ended, and how long it took. */
interface Found {
  verdict: Verdict;
  at: Date;
  seconds: number;
}

type Told =
  | { help: string; value: (found: Found) => number }
  | { help: string; label: string; values: (found: Found) => Record<string, number> };

const perInvariant = (numberOf: (name: InvariantName) => number): Record<string, number> =>
  Object.fromEntries(invariantNames.map(name => [name, numberOf(name)]));

const told: Record<string, Told> = {
  invariant_violations: {
    help: 'Violations of each invariant: 0 in a sound store.',
    label: 'invariant',
    values: ({ verdict: { violations } }) =>
      perInvariant(name => violations.filter(({ invariant }) => invariant === name).length),
  },
  invariant_checked: {
    help: 'Things that each invariant was held against.',
    label: 'invariant',
    values: ({ verdict: { counts } }) => perInvariant(name => counts[invariants[name].of] ?? 0),
  },
  outbox_undelivered: {
    help: backlogHelp.outbox_undelivered,
    label: 'subgraph',
    values: ({ verdict }) => verdict.figures.undelivered,
  },
  outbox_oldest_undelivered_seconds: {
    help: backlogHelp.outbox_oldest_undelivered_seconds,
    label: 'subgraph',
    values: ({ verdict }) => verdict.figures.oldestUndeliveredSeconds,
  },
  dead_letters: {
    help: backlogHelp.dead_letters,
    label: 'subgraph',
    values: ({ verdict }) => verdict.figures.deadLetters,
  },
  purchases: {
    help: 'Purchases.',
    label: 'status',
    values: ({ verdict }) => verdict.figures.purchasesByStatus,
  },
  reservations: {
    help: 'Reservations of copies.',
    label: 'status',
    values: ({ verdict }) => verdict.figures.reservationsByStatus,
  },
  stock_copies: { help: 'Copies on hand.', value: ({ verdict }) => verdict.totals.stock_on_hand ?? 0 },
  money_captured_minor_units: {
    help: 'Money taken and kept.',
    label: 'currency',
    values: ({ verdict }) => verdict.figures.capturedByCurrency,
  },
  money_refunded_minor_units: {
    help: 'Money taken and given back.',
    label: 'currency',
    values: ({ verdict }) => verdict.figures.refundedByCurrency,
  },
  invariants_last_check_timestamp_seconds: {
    help: 'When the check ended (Unix time).',
    value: ({ at }) => at.getTime() / 1000,
  },
  invariants_check_duration_seconds: { help: 'How long the check took.', value: ({ seconds }) => seconds },
};

/** What the oracle tells, for the list of all metrics. */
export const oracleMetrics: readonly Metric[] = Object.entries(told).map(([name, one]) => ({
  name: `bookstore_${name}`,
  type: 'gauge',
  help: one.help,
  labels: 'label' in one ? [one.label] : [],
}));

/** What a check found, in Prometheus' text format. `at`: when it ended; `seconds`: how long it took. */
export function metricsOf(verdict: Verdict, at: Date, seconds: number): Promise<string> {
  const registry = new Registry();
  const found = { verdict, at, seconds };
  for (const [name, one] of Object.entries(told)) {
    const labelNames = 'label' in one ? [one.label] : [];
    const gauge = new Gauge({ name: `bookstore_${name}`, help: one.help, labelNames, registers: [registry] });
    if ('value' in one) gauge.set(one.value(found));
    else
      for (const [label, number] of Object.entries(one.values(found)))
        gauge.set({ [one.label]: label }, number);
  }
  return registry.metrics();
}
