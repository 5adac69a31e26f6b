import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreObjects } from './store-objects.ts';

const accountFile = join(import.meta.dirname, '..', 'overlays', 'eks', 'account.env');
const placeholders = [...readFileSync(accountFile, 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);

const alb = 'alb.ingress.kubernetes.io/';
const annotations = {
  'listen-ports': '[{"HTTPS": 443}]',
  'target-type': 'ip',
  'healthcheck-path': '/ready',
};

/** What on EKS would lead nobody to the store safely, or lose the files that its processes share. */
export function outsideProblems(objects: StoreObjects): string[] {
  const problems: string[] = [];
  for (const object of Object.values(objects).flat())
    for (const name of placeholders)
      if (new RegExp(`"[^"]*\\b${name}\\b[^"]*"(?!:)`).test(JSON.stringify(object)))
        problems.push(`${object.kind} ${object.metadata?.name} still says ${name}`);
  const drainSeconds = Number(objects.configMaps.map(({ data }) => data?.DRAIN_SECONDS).find(Boolean));
  for (const { metadata, spec } of objects.ingresses.filter(each => each.metadata?.name === 'store')) {
    const said = metadata?.annotations ?? {};
    for (const [name, value] of Object.entries(annotations))
      if (said[alb + name] !== value) problems.push(`Ingress ${metadata?.name}: ${name} is not ${value}`);
    if (spec?.ingressClassName !== 'alb') problems.push(`Ingress ${metadata?.name} is not for ALB`);
    const attributes = said[`${alb}target-group-attributes`] ?? '';
    const delay = Number(/deregistration_delay.timeout_seconds=(\d+)/.exec(attributes)?.[1]);
    if (!(delay < drainSeconds))
      problems.push(`Ingress ${metadata?.name} sends for ${delay} s to who answers for ${drainSeconds} s`);
  }
  for (const { metadata, spec } of objects.persistentVolumeClaims) {
    const found = objects.storageClasses.find(each => each.metadata?.name === spec?.storageClassName);
    if (found?.provisioner !== 'efs.csi.aws.com' || found.reclaimPolicy !== 'Retain')
      problems.push(`PersistentVolumeClaim ${metadata?.name} is not on EFS, to be kept`);
    if (spec?.accessModes?.join() !== 'ReadWriteMany')
      problems.push(`PersistentVolumeClaim ${metadata?.name} is for one node alone`);
  }
  return problems;
}
