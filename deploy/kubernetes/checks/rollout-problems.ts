import { closeMilliseconds } from '../../../runtime/close-on-signal.ts';
import { serviceNames } from '../../../runtime/services.ts';
import type { StoreObjects } from './store-objects.ts';
import { processDeployments, processesOf } from './workloads.ts';

const spareSeconds = 2;

const probes = { startupProbe: '/health', livenessProbe: '/health', readinessProbe: '/ready' } as const;

/** What would let a request fail while pods are replaced, moved or slow to start. */
export function rolloutProblems(objects: StoreObjects): string[] {
  const problems: string[] = [];
  const drainSeconds = Number(objects.configMaps.map(({ data }) => data?.DRAIN_SECONDS).find(Boolean));
  for (const { title, pod, containers } of processesOf(objects)) {
    if (
      !((pod.terminationGracePeriodSeconds ?? 30) >= drainSeconds + closeMilliseconds / 1000 + spareSeconds)
    )
      problems.push(`${title} is killed before it has drained (DRAIN_SECONDS is ${drainSeconds})`);
    for (const container of containers)
      for (const [probe, path] of [
        ['startupProbe', probes.startupProbe],
        ['livenessProbe', probes.livenessProbe],
        ['readinessProbe', probes.readinessProbe],
      ] as const) {
        const { httpGet } = container[probe] ?? {};
        if (httpGet?.path !== path) problems.push(`${title}: its ${probe} does not ask ${path}`);
        else if (!container.ports?.some(({ name }) => name === httpGet.port))
          problems.push(`${title}: its ${probe} asks a port that it does not have`);
      }
  }
  for (const { metadata, spec } of processDeployments(objects)) {
    const { maxSurge, maxUnavailable } = spec?.strategy?.rollingUpdate ?? {};
    const isServing = serviceNames.some(name => name === metadata?.name);
    if (isServing && (maxSurge !== 1 || maxUnavailable !== 0))
      problems.push(`Deployment ${metadata?.name} takes a pod away before the new one is ready`);
    const spread = spec?.template.spec?.topologySpreadConstraints?.map(({ topologyKey }) => topologyKey);
    for (const key of ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'])
      if (!spread?.includes(key)) problems.push(`Deployment ${metadata?.name} is not spread over ${key}`);
  }
  return problems;
}
