import { Gauge, Registry } from 'prom-client';
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
  add('outbox_undelivered', 'Events that wait to be delivered.', bySubgraph(figures.undelivered));
  add(
    'outbox_oldest_undelivered_seconds',
    'Age of the oldest event that waits to be delivered; 0 where none does.',
    bySubgraph(figures.oldestUndeliveredSeconds),
  );
  add('dead_letters', 'Events that could not be applied.', bySubgraph(figures.deadLetters));
  add('purchases', 'Purchases.', byStatus(figures.purchasesByStatus));
  add('reservations', 'Reservations of copies.', byStatus(figures.reservationsByStatus));
  add('stock_copies', 'Copies on hand.', totals.stock_on_hand ?? 0);
  add('money_captured_minor_units', 'Money taken and kept.', totals.captured_minor_units ?? 0);
  add('money_refunded_minor_units', 'Money taken and given back.', totals.refunded_minor_units ?? 0);
  add('invariants_checked_at_seconds', 'When the check ended (Unix time).', at.getTime() / 1000);
  add('invariants_check_seconds', 'How long the check took.', seconds);
  return registry.metrics();
}
