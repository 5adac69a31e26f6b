import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IContainer } from 'kubernetes-models/v1';
import { projectFolder } from '../../local/places.ts';
import type { StoreObjects } from './store-objects.ts';
import { type Workload, workloadsOf } from './workloads.ts';

const { version }: { version: string } = JSON.parse(
  readFileSync(join(projectFolder, 'package.json'), 'utf8'),
);

type Rule<Subject> = [problem: string, isBroken: (subject: Subject) => unknown];

/** Pod Security "restricted" (kubernetes.io/docs/concepts/security/pod-security-standards), and what we ask besides. */
const podRules: Rule<Workload>[] = [
  ['may run as root', ({ pod }) => !pod.securityContext?.runAsNonRoot || !pod.securityContext.runAsUser],
  ['has no seccomp profile', ({ pod }) => pod.securityContext?.seccompProfile?.type !== 'RuntimeDefault'],
  ['gets a token for the Kubernetes API', ({ pod }) => pod.automountServiceAccountToken !== false],
  ['uses a namespace of its node', ({ pod }) => pod.hostNetwork || pod.hostPID || pod.hostIPC],
  ['uses a folder of its node', ({ pod }) => pod.volumes?.some(({ hostPath }) => hostPath)],
  ['has no priority', ({ pod }) => !pod.priorityClassName],
];

const imageOf = ({ image = '' }: IContainer) => {
  const [, name, tag] = /^(.*?)(?::([^:/]+))?$/.exec(image) ?? [];
  return { name: name?.split('/').at(-1), tag };
};

const containerRules: Rule<IContainer>[] = [
  ['may gain privileges', ({ securityContext }) => securityContext?.allowPrivilegeEscalation !== false],
  ['is privileged', ({ securityContext }) => securityContext?.privileged],
  ['has a user of its own', ({ securityContext }) => securityContext?.runAsUser !== undefined],
  ['may write to its root file system', ({ securityContext }) => !securityContext?.readOnlyRootFilesystem],
  ['keeps capabilities', ({ securityContext }) => securityContext?.capabilities?.drop?.join() !== 'ALL'],
  ['adds capabilities', ({ securityContext }) => securityContext?.capabilities?.add?.length],
  ['has an image without a version', container => (imageOf(container).tag ?? 'latest') === 'latest'],
  [
    `is not of version ${version}`,
    container => imageOf(container).name === 'bookstore' && imageOf(container).tag !== version,
  ],
  ['asks for no CPU', ({ resources }) => !resources?.requests?.cpu],
  ['asks for no memory', ({ resources }) => !resources?.requests?.memory],
  ['has no limit of CPU', ({ resources }) => !resources?.limits?.cpu],
  ['has no limit of memory', ({ resources }) => !resources?.limits?.memory],
];

const broken = <Subject>(title: string, rules: Rule<Subject>[], subject: Subject): string[] =>
  rules.flatMap(([problem, isBroken]) => (isBroken(subject) ? `${title} ${problem}` : []));

/** Pods that may do more than they need, use what nobody bounds, or run what nobody chose. */
export function podProblems(objects: StoreObjects): string[] {
  const problems = workloadsOf(objects).flatMap(workload => [
    ...broken(workload.title, podRules, workload),
    ...workload.containers.flatMap(container => broken(workload.title, containerRules, container)),
  ]);
  for (const { metadata } of objects.namespaces)
    if (metadata?.labels?.['pod-security.kubernetes.io/enforce'] !== 'restricted')
      problems.push(`Namespace ${metadata?.name} does not enforce the restricted standard`);
  for (const { metadata, automountServiceAccountToken } of objects.serviceAccounts)
    if (automountServiceAccountToken !== false)
      problems.push(`ServiceAccount ${metadata?.name} gives pods a token for the Kubernetes API`);
  return problems;
}
