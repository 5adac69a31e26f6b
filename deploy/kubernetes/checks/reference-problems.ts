import type { IVolume } from 'kubernetes-models/v1';
import { secretsOf } from './secrets.ts';
import type { StoreObjects } from './store-objects.ts';
import { workloadsOf } from './workloads.ts';

type Named = { metadata?: { name?: string } };
const namesOf = (list: readonly Named[]) => list.map(({ metadata }) => metadata?.name);

const secretNames = ({ secret, projected }: IVolume) => [
  ...(secret ? [secret.secretName] : []),
  ...(projected?.sources ?? []).flatMap(source => (source.secret ? [source.secret.name] : [])),
];

/** Pods that name a priority, account, settings, claim, secret or volume that does not exist: they would never start. */
export function referenceProblems(objects: StoreObjects): string[] {
  const secrets = secretsOf(objects);
  return workloadsOf(objects).flatMap(({ title, pod, containers }) => {
    const volumes = pod.volumes ?? [];
    const set = objects.statefulSets.find(({ kind, metadata }) => `${kind} ${metadata?.name}` === title);
    const mountable = [...volumes.map(({ name }) => name), ...namesOf(set?.spec?.volumeClaimTemplates ?? [])];
    const named: [what: string, name: string | undefined, there: readonly (string | undefined)[]][] = [
      ['priority', pod.priorityClassName, namesOf(objects.priorityClasses)],
      ['account', pod.serviceAccountName ?? 'default', ['default', ...namesOf(objects.serviceAccounts)]],
    ];
    for (const { envFrom = [], volumeMounts = [] } of containers) {
      for (const { configMapRef } of envFrom)
        named.push(['ConfigMap', configMapRef?.name, namesOf(objects.configMaps)]);
      for (const { name } of volumeMounts) named.push(['volume', name, mountable]);
    }
    for (const volume of volumes) {
      for (const { configMap } of volume.projected?.sources ?? [])
        if (configMap) named.push(['ConfigMap', configMap.name, namesOf(objects.configMaps)]);
      for (const name of secretNames(volume)) named.push(['secret', name, [...secrets.keys()]]);
      if (volume.persistentVolumeClaim)
        named.push([
          'claim',
          volume.persistentVolumeClaim.claimName,
          namesOf(objects.persistentVolumeClaims),
        ]);
    }
    return named.flatMap(([what, name, there]) =>
      there.includes(name) ? [] : `${title} names the ${what} ${name}, which does not exist`,
    );
  });
}
