import { join } from 'node:path';
import { freePort } from '../../deploy/local/free-port.ts';
import { type ServiceName, type SubgraphName, serviceNames, subgraphs } from '../../runtime/services.ts';
import { startNginx } from '../../testing/nginx.ts';
import { processName, replicas } from './parts.ts';

interface Entrances {
  /** Base URL of the NGINX before the gateways. */
  url: string;
  /** Where NGINX listens for each subgraph. */
  subgraphPorts: Record<SubgraphName, number>;
  /** Where each process listens, by its name. */
  processPorts: ReadonlyMap<string, number>;
}

/** Chooses ports for all processes and starts an NGINX before those of the gateway and of each subgraph. */
export async function startEntrances(folder: string, undo: (() => Promise<void>)[]): Promise<Entrances> {
  const processPorts = new Map<string, number>();
  for (const service of serviceNames)
    for (const replica of replicas) processPorts.set(processName(service, replica), await freePort());
  const before = async (service: ServiceName) => ({
    port: await freePort(),
    upstream: replicas.map(replica => processPorts.get(processName(service, replica)) ?? 0),
  });
  const gateway = await before('gateway');
  const listens = [gateway];
  const subgraphPorts: Record<SubgraphName, number> = { auth: 0, catalog: 0, purchase: 0 };
  for (const name of subgraphs) {
    const listen = await before(name);
    listens.push(listen);
    subgraphPorts[name] = listen.port;
  }
  const nginx = await startNginx({ folder: join(folder, 'nginx'), listens });
  undo.push(() => nginx.stop());
  return { url: `http://127.0.0.1:${gateway.port}`, subgraphPorts, processPorts };
}
