import { type ServiceName, serviceNames, services } from '../../runtime/services.ts';
import { freePort } from './free-port.ts';

export type Ports = Record<ServiceName, number>;

/** Ports tried after PORT before any free one is taken. */
const neighbours = 50;
const highestPort = 65_535;

async function chooseNear(
  start: number,
  avoid: ReadonlySet<number>,
  isFree: (port: number) => Promise<boolean>,
) {
  for (let port = start + 1; port <= Math.min(start + neighbours, highestPort); port++)
    if (!avoid.has(port) && (await isFree(port))) return port;
  for (;;) {
    const port = await freePort();
    if (!avoid.has(port)) return port;
  }
}

/**
 * A port for every service. The gateway's is the given one or its default; the others keep their distance from
 * it, so that two stores with different PORTs do not meet, and give way where that port is taken. A given port
 * stays as it is, taken or not.
 */
export async function choosePorts(
  given: Partial<Ports>,
  isFree: (port: number) => Promise<boolean>,
): Promise<Ports> {
  const gateway = given.gateway ?? services.gateway.port;
  const preferred = (name: ServiceName) => gateway + services[name].port - services.gateway.port;
  const chosen: Partial<Ports> = { ...given, gateway };
  const avoid = new Set([...serviceNames.map(preferred), ...Object.values(chosen)]);
  const complete = async (name: ServiceName): Promise<number> => {
    const port = preferred(name);
    const isOwn = port <= highestPort && !Object.values(chosen).includes(port) && (await isFree(port));
    return isOwn ? port : chooseNear(gateway, avoid, isFree);
  };
  const choose = async (name: ServiceName): Promise<number> => {
    const port = chosen[name] ?? (await complete(name));
    chosen[name] = port;
    avoid.add(port);
    return port;
  };
  return {
    auth: await choose('auth'),
    catalog: await choose('catalog'),
    purchase: await choose('purchase'),
    worker: await choose('worker'),
    gateway,
  };
}
