import { type ServiceName, serviceNames, services } from '../../runtime/services.ts';

/** How many processes of each service run, so that one serves while the other is restarted. */
const instances = [1, 2] as const;

/**
 * The loopback address of the first, or second, process of every service: each has its service's own port there. One
 * name leads to all of them, so that those who ask spread over them, and leave out one that is down.
 */
export const addressOf = (instance: number | '%i'): string => `127.0.40.${instance}`;

/** The name of a service on this machine. */
export const hostOf = (service: ServiceName): string => `${service}.bookstore`;

/** What the processes of the store find in /etc/hosts, besides what is there for all. */
export const hosts = instances
  .map(instance => `${addressOf(instance)} ${serviceNames.map(hostOf).join(' ')}\n`)
  .join('');

/** Where a process tells its metrics, at its address. */
export const metricsPortOf = (service: ServiceName): number => services[service].port + 10_000;

/** All processes, in the order in which an update restarts them. */
export const processes = serviceNames.flatMap(service =>
  instances.map(instance => ({
    service,
    unit: `bookstore-${service}@${instance}.service`,
    address: `${addressOf(instance)}:${services[service].port}`,
  })),
);
