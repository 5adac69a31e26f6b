import { type ServiceName, type SubgraphName, serviceNames, subgraphs } from '../../runtime/services.ts';

/** How many processes of each service there are. */
export const replicas = [1, 2] as const;

/** The name of a service's process, such as "catalog 2". */
export const processName = (service: ServiceName, replica: number): string => `${service} ${replica}`;

/** The name of a subgraph's database server. */
export const databaseName = (subgraph: SubgraphName): string => `database of ${subgraph}`;

export const brokerName = 'broker';

/** All that can be killed or paused, by name. */
export const partNames = (hasBroker: boolean): string[] => [
  ...serviceNames.flatMap(service => replicas.map(replica => processName(service, replica))),
  ...subgraphs.map(databaseName),
  ...(hasBroker ? [brokerName] : []),
];

/** Where a service's connections go to. */
export type LinkEnd = SubgraphName | 'database' | typeof brokerName;

const speaksTo: Record<ServiceName, readonly LinkEnd[]> = {
  auth: ['catalog', 'purchase', 'database', brokerName],
  catalog: ['auth', 'purchase', 'database', brokerName],
  purchase: ['auth', 'catalog', 'database', brokerName],
  worker: ['auth', 'catalog', 'database', brokerName],
  gateway: ['auth', 'catalog', 'purchase'],
};

/** The services whose connections can be cut, each with where these go to. */
export const linkEnds = (hasBroker: boolean): { from: ServiceName; to: LinkEnd }[] =>
  serviceNames.flatMap(from =>
    speaksTo[from].filter(to => hasBroker || to !== brokerName).map(to => ({ from, to })),
  );

/** The database of a service, by its subgraph; the worker is of purchase. */
export const databaseOf = (service: ServiceName): SubgraphName | undefined =>
  service === 'worker' ? 'purchase' : service === 'gateway' ? undefined : service;
