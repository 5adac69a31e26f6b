import { freePort } from '../deploy/local/free-port.ts';
import { type ServiceName, serviceNames } from '../runtime/services.ts';

export type Ports = Record<ServiceName, number>;

const inEachLane: readonly ServiceName[] = ['catalog', 'purchase', 'gateway'];

/** A free port for each service. */
export async function freePorts(): Promise<Ports> {
  return {
    auth: await freePort(),
    catalog: await freePort(),
    purchase: await freePort(),
    worker: await freePort(),
    gateway: await freePort(),
  };
}

/** Where the processes of one lane, or the first or second of each service, listen. */
export interface Lane {
  ports: Ports;
  /** The services that have a process of their own in it. */
  services: readonly ServiceName[];
}

/**
 * The lanes of a test store: each has a gateway with a catalog and a purchase of its own; auth and the worker are in
 * the first alone.
 */
export async function chooseLanes(count: number): Promise<Lane[]> {
  const first = await freePorts();
  const lanes: Lane[] = [{ ports: first, services: serviceNames }];
  while (lanes.length < count) {
    const { auth, worker } = first;
    lanes.push({ ports: { ...(await freePorts()), auth, worker }, services: inEachLane });
  }
  return lanes;
}

/** So many processes of every service, and the ports of the NGINX that stands before them. */
export async function chooseReplicas(count: number): Promise<{ lanes: Lane[]; front: Ports }> {
  const lanes: Lane[] = [];
  while (lanes.length < count) lanes.push({ ports: await freePorts(), services: serviceNames });
  return { lanes, front: await freePorts() };
}
