import { declaredMetrics, type Metric } from '../../runtime/metrics/instruments.ts';

/** Metrics by which processes have them, in the order in which the README tells of them. */
const groups: { of: string; load: () => Promise<readonly Metric[]> }[] = [
  {
    of: 'each process',
    load: declaredBy(
      () => import('../../runtime/metrics/process-metrics.ts'),
      () => import('../../runtime/metrics/request-metrics.ts'),
      () => import('../../runtime/metrics/shedding-metrics.ts'),
    ),
  },
  {
    of: 'auth',
    load: declaredBy(
      () => import('../../subgraphs/auth/leaked-passwords.ts'),
      () => import('../../subgraphs/auth/password-work.ts'),
    ),
  },
  { of: 'gateway', load: declaredBy(() => import('../../gateway/measure-operations.ts')) },
  { of: 'gateway, subgraphs', load: declaredBy(() => import('../../runtime/watch-answers.ts')) },
  { of: 'subgraphs', load: declaredBy(() => import('../../runtime/metrics/token-metrics.ts')) },
  {
    of: 'gateway, catalog, purchase, worker',
    load: declaredBy(() => import('../../runtime/metrics/part-metrics.ts')),
  },
  {
    of: 'subgraphs, worker',
    load: declaredBy(
      () => import('../../runtime/metrics/pool-metrics.ts'),
      () => import('../../runtime/metrics/transaction-metrics.ts'),
      () => import('../../runtime/events/event-metrics.ts'),
      () => import('../../runtime/events/backlog.ts'),
    ),
  },
  { of: 'subgraphs, with RabbitMQ', load: declaredBy(() => import('../../runtime/events/queue-metrics.ts')) },
  {
    of: 'purchase, worker',
    load: declaredBy(
      () => import('../../subgraphs/purchase/measure-purchases.ts'),
      () => import('../../subgraphs/purchase/provider-metrics.ts'),
    ),
  },
  { of: 'oracle', load: async () => (await import('../../invariants/metrics.ts')).oracleMetrics },
];

/** The metrics that were not declared before these modules were loaded. */
function declaredBy(...modules: (() => Promise<unknown>)[]): () => Promise<readonly Metric[]> {
  return async () => {
    const before = declaredMetrics().length;
    for (const load of modules) await load();
    return declaredMetrics().slice(before);
  };
}

/** Every metric of the store's own, with the processes that tell it. To be asked once. */
export async function catalogue(): Promise<(Metric & { of: string })[]> {
  const metrics: (Metric & { of: string })[] = [];
  for (const { of, load } of groups) for (const metric of await load()) metrics.push({ ...metric, of });
  return metrics;
}
