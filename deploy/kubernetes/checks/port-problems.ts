import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServiceName, serviceNames, services, subgraphs } from '../../../runtime/services.ts';
import { projectFolder } from '../../local/places.ts';
import type { StoreObjects } from './store-objects.ts';
import { processesOf } from './workloads.ts';

const dockerfile = readFileSync(join(projectFolder, 'deploy', 'Dockerfile'), 'utf8');
const metricsPort = Number(/METRICS_PORT=(\d+)/.exec(dockerfile)?.[1]);

const isService = (name: string): name is ServiceName => serviceNames.some(service => service === name);

/** Ports and addresses that differ from those in runtime/services.ts and the image, or that callers cannot spread requests over. */
export function portProblems(objects: StoreObjects): string[] {
  const problems: string[] = [];
  for (const { title, name, containers } of processesOf(objects)) {
    const ports = containers.flatMap(container => container.ports ?? []);
    if (ports.find(found => found.name === 'metrics')?.containerPort !== metricsPort)
      problems.push(`${title} has no metrics on ${metricsPort}`);
    if (!isService(name)) continue;
    const { port } = services[name];
    if (ports.find(found => found.name === 'http')?.containerPort !== port)
      problems.push(`${title} does not answer on ${port}`);
    const service = objects.services.find(({ metadata }) => metadata?.name === name);
    if (service?.spec?.ports?.find(found => found.name === 'http')?.port !== port)
      problems.push(`Service ${name} is not at ${port}`);
  }
  for (const name of serviceNames)
    if (!objects.deployments.some(({ metadata }) => metadata?.name === name))
      problems.push(`${name} is not deployed`);
  for (const name of subgraphs)
    if (objects.services.find(({ metadata }) => metadata?.name === name)?.spec?.clusterIP !== 'None')
      problems.push(`Service ${name} does not give the addresses of its pods`);
  for (const { metadata, data = {} } of objects.configMaps)
    for (const name of serviceNames) {
      const { urlSetting, port } = services[name];
      const url = data[urlSetting];
      if (url !== undefined && url !== `http://${name}:${port}`)
        problems.push(`ConfigMap ${metadata?.name}: ${urlSetting} is not http://${name}:${port}`);
    }
  return problems;
}
