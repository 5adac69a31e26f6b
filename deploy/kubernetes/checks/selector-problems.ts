import type { StoreObjects } from './store-objects.ts';
import { selects, type Workload, workloadsOf } from './workloads.ts';

const portNames = ({ containers }: Workload) =>
  containers.flatMap(({ ports = [] }) => ports.map(({ name }) => name));

function ofWorkloads(workloads: Workload[]): string[] {
  return workloads.flatMap(({ title, selector, labels }) => {
    if (!selector) return [];
    if (!selects(selector, labels)) return `${title} does not select its own pods`;
    const found = workloads.filter(other => selects(selector, other.labels));
    return found.length > 1 ? `${title} also selects pods of ${found.map(({ name }) => name)}` : [];
  });
}

function ofServices({ services, ingresses, serviceMonitors }: StoreObjects, workloads: Workload[]): string[] {
  const problems = services.flatMap(({ metadata, spec }) => {
    const title = `Service ${metadata?.name}`;
    const [workload, ...others] = workloads.filter(({ labels }) => selects(spec?.selector, labels));
    if (!workload || others.length > 0) return `${title} does not find the pods of one workload`;
    return (spec?.ports ?? []).flatMap(({ targetPort }) =>
      portNames(workload).some(name => name === targetPort)
        ? []
        : `${title} sends to ${targetPort}, a port that its pods do not have`,
    );
  });
  for (const { metadata, spec } of ingresses)
    for (const { backend } of spec?.rules?.flatMap(({ http }) => http?.paths ?? []) ?? []) {
      // No Service, but what an annotation says: plain-http-problems.ts looks at that.
      if (backend.service?.port?.name === 'use-annotation') continue;
      const service = services.find(found => found.metadata?.name === backend.service?.name);
      if (!service?.spec?.ports?.some(({ name }) => name && name === backend.service?.port?.name))
        problems.push(`Ingress ${metadata?.name} sends to a Service or port that does not exist`);
    }
  for (const { metadata, spec } of serviceMonitors)
    for (const { name } of workloads.filter(({ containers }) => containers.some(({ args }) => args))) {
      const service = services.find(found => found.metadata?.name === name);
      const isFound = selects(spec.selector.matchLabels, service?.metadata?.labels ?? {});
      const ports = service?.spec?.ports?.map(port => port.name);
      if (service && !(isFound && spec.endpoints.every(({ port }) => ports?.includes(port))))
        problems.push(`ServiceMonitor ${metadata?.name} does not find the metrics of ${name}`);
    }
  return problems;
}

function ofScaling(objects: StoreObjects, workloads: Workload[]): string[] {
  const { podDisruptionBudgets, horizontalPodAutoscalers, deployments } = objects;
  const budgets = podDisruptionBudgets.flatMap(({ metadata, spec }) => {
    const guarded = workloads.filter(({ labels }) => selects(spec?.selector?.matchLabels, labels));
    return guarded.length === 1 ? [] : `PodDisruptionBudget ${metadata?.name} does not guard one workload`;
  });
  const scalers = horizontalPodAutoscalers.flatMap(({ metadata, spec }) => {
    const title = `HorizontalPodAutoscaler ${metadata?.name}`;
    const target = deployments.find(found => found.metadata?.name === spec?.scaleTargetRef.name);
    if (!target) return `${title} scales nothing that exists`;
    return target.spec?.replicas === undefined
      ? []
      : `${title} and its Deployment both say how many pods there are`;
  });
  return [...budgets, ...scalers];
}

/** Selectors and targets that find nothing, or what they are not meant to find. */
export function selectorProblems(objects: StoreObjects): string[] {
  const workloads = workloadsOf(objects);
  return [...ofWorkloads(workloads), ...ofServices(objects, workloads), ...ofScaling(objects, workloads)];
}
