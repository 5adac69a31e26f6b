import { join } from 'node:path';
import type { IContainer } from 'kubernetes-models/v1';
import type { Workload } from './workloads.ts';

type Secrets = Map<string, Map<string, string>>;
type Item = { key: string; path: string };

function filesOf(secrets: Secrets, name: string | undefined, items: Item[] | undefined): [string, string][] {
  const keys = secrets.get(name ?? '') ?? new Map<string, string>();
  const chosen = items ?? [...keys.keys()].map(key => ({ key, path: key }));
  return chosen.flatMap(({ key, path }) => {
    const content = keys.get(key);
    return content === undefined ? [] : [[path, content]];
  });
}

/** The files that a container finds in the volumes made of secrets that it mounts: path and content. */
export function secretFiles(
  { pod }: Workload,
  { volumeMounts = [] }: IContainer,
  secrets: Secrets,
): Map<string, string> {
  const files = volumeMounts.flatMap(({ name, mountPath, subPath }) => {
    const volume = pod.volumes?.find(found => found.name === name);
    const content = [
      ...filesOf(secrets, volume?.secret?.secretName, volume?.secret?.items),
      ...(volume?.projected?.sources ?? []).flatMap(({ secret }) =>
        filesOf(secrets, secret?.name, secret?.items),
      ),
    ];
    return content.map(
      ([path, text]) => [subPath === path ? mountPath : join(mountPath, path), text] as const,
    );
  });
  return new Map(files);
}
