import type { IContainer, IPodSpec } from 'kubernetes-models/v1';
import type { StoreObjects } from './store-objects.ts';

/** Something that runs pods, with what of it concerns all checks. */
export interface Workload {
  /** For messages: "Deployment auth". */
  title: string;
  name: string;
  /** The labels that its pods are found by; a Job's are made by Kubernetes. */
  selector: Record<string, string> | undefined;
  labels: Record<string, string>;
  pod: IPodSpec;
  containers: IContainer[];
}

/** All Deployments, StatefulSets and Jobs. */
export const workloadsOf = ({
  deployments,
  statefulSets,
  jobs,
}: Pick<StoreObjects, 'deployments' | 'statefulSets' | 'jobs'>): Workload[] =>
  [...deployments, ...statefulSets, ...jobs].flatMap(({ kind, metadata, spec }) => {
    const pod = spec?.template.spec;
    if (!pod) return [];
    return {
      title: `${kind} ${metadata?.name}`,
      name: metadata?.name ?? '',
      selector: spec.selector?.matchLabels,
      labels: spec.template.metadata?.labels ?? {},
      pod,
      containers: [...(pod.initContainers ?? []), ...pod.containers],
    };
  });

/** The Deployments of the store's processes; its backups are none. */
export const processDeployments = ({ deployments }: StoreObjects) =>
  deployments.filter(({ metadata }) => metadata?.labels?.['app.kubernetes.io/component'] === 'process');

/** The same as workloads. */
export const processesOf = (objects: StoreObjects): Workload[] =>
  workloadsOf({ deployments: processDeployments(objects), statefulSets: [], jobs: [] });

/** Whether labels are among those of a pod; an empty selector has none, not all. */
export const selects = (
  selector: Record<string, string> | undefined,
  labels: Record<string, string>,
): boolean =>
  selector !== undefined &&
  Object.keys(selector).length > 0 &&
  Object.entries(selector).every(([key, value]) => labels[key] === value);
