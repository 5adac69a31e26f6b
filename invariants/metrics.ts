import { Gauge, Registry } from 'prom-client';
import { backlogHelp } from '../runtime/events/backlog.ts';
import type { Verdict } from './check-invariants.ts';
import { invariantNames, invariants } from './invariants.ts';

type Values = number | { label: string; values: Record<string, number> };

function addGauge(registry: Registry, name: string, help: string, values: Values): void {
  const isOne = typeof values === 'number';
  const gauge = new Gauge({
    name: `bookstore_${name}`,
    help,
    labelNames: isOne ? [] : [values.label],
    registers: [registry],
  });
  if (isOne) gauge.set(values);
  else
    for (const [value, number] of Object.entries(values.values)) gauge.set({ [values.label]: value }, number);
}

const perInvariant = (numberOf: (name: (typeof invariantNames)[number]) => number): Values => ({
  label: 'invariant',
  values: Object.fromEntries(invariantNames.map(name => [name, numberOf(name)])),
});

/** What a check found, in Prometheus' text format. `at`: when it ended; `seconds`: how long it took. */
export async function metricsOf(
  { violations, counts, figures, totals }: Verdict,
  at: Date,
  seconds: number,
): Promise<string> {
  const registry = new Registry();
  const add = (name: string, help: string, values: Values) => addGauge(registry, name, help, values);
  const bySubgraph = (values: Record<string, number>): Values => ({ label: 'subgraph', values });
  const byCurrency = (values: Record<string, number>): Values => ({ label: 'currency', values });
  const byStatus = (values: Record<string, number>): Values => ({ label: 'status', values });

  add(
    'invariant_violations',
    'Violations of each invariant: 0 in a sound store.',
    perInvariant(name => violations.filter(({ invariant }) => invariant === name).length),
  );
  add(
    'invariant_checked',
    'Things that each invariant was held against.',
    perInvariant(name => counts[invariants[name].of] ?? 0),
  );
  const addBacklog = (name: keyof typeof backlogHelp, values: Record<string, number>) =>
    add(name, backlogHelp[name], bySubgraph(values));
  addBacklog('outbox_undelivered', figures.undelivered);
  addBacklog('outbox_oldest_undelivered_seconds', figures.oldestUndeliveredSeconds);
  addBacklog('dead_letters', figures.deadLetters);
  add('purchases', 'Purchases.', byStatus(figures.purchasesByStatus));
  add('reservations', 'Reservations of copies.', byStatus(figures.reservationsByStatus));
  add('stock_copies', 'Copies on hand.', totals.stock_on_hand ?? 0);
  add('money_captured_minor_units', 'Money taken and kept.', byCurrency(figures.capturedByCurrency));
  add('money_refunded_minor_units', 'Money taken and given back.', byCurrency(figures.refundedByCurrency));
  add('invariants_last_check_timestamp_seconds', 'When the check ended (Unix time).', at.getTime() / 1000);
  add('invariants_check_duration_seconds', 'How long the check took.', seconds);
  return registry.metrics();
}
