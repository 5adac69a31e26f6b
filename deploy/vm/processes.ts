import { type ServiceName, serviceNames, services } from '../../runtime/services.ts';

/** How many processes of each service run, so that one serves while the other is restarted. */
const instances = [1, 2] as const;

/**
 * Where a process of a service listens: services.ts' port with the instance as its second digit (4101 and 4201 for
 * auth). NGINX has the port itself, so that the others' URLs need not be set.
 */
export const portOf = (service: ServiceName, instance: number | '%i'): string =>
  `${services[service].port}`.replace(/^(\d)0/, `$1${instance}`);

/** Where its metrics are. */
export const metricsPortOf = (service: ServiceName, instance: number | '%i'): string =>
  `1${portOf(service, instance)}`;

/** All processes, in the order in which an update restarts them. */
export const processes = serviceNames.flatMap(service =>
  instances.map(instance => ({
    service,
    unit: `bookstore-${service}@${instance}.service`,
    port: Number(portOf(service, instance)),
  })),
);
