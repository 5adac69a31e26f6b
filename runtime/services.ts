/**
 * The processes that make up a running store: which file each one starts from, where it listens by default
 * and which setting moves it. The one list of them; the launcher, the settings and the tests read it.
 */
export const services = {
  auth: { entry: 'subgraphs/auth/main.ts', portSetting: 'AUTH_PORT', port: 4001, urlSetting: 'AUTH_URL' },
  catalog: {
    entry: 'subgraphs/catalog/main.ts',
    portSetting: 'CATALOG_PORT',
    port: 4002,
    urlSetting: 'CATALOG_URL',
  },
  purchase: {
    entry: 'subgraphs/purchase/main.ts',
    portSetting: 'PURCHASE_PORT',
    port: 4003,
    urlSetting: 'PURCHASE_URL',
  },
  worker: {
    entry: 'subgraphs/purchase/worker.ts',
    portSetting: 'WORKER_PORT',
    port: 4004,
    urlSetting: 'WORKER_URL',
  },
  gateway: { entry: 'gateway/main.ts', portSetting: 'PORT', port: 4000, urlSetting: 'GATEWAY_URL' },
} as const;

/** A process of the store. */
export type ServiceName = keyof typeof services;

/** All services, in the order in which they start; they stop in the opposite one. */
export const serviceNames = [
  'auth',
  'catalog',
  'purchase',
  'worker',
  'gateway',
] as const satisfies readonly ServiceName[];

/** The subgraphs, in the order in which they start; each has a database and `main.ts` of its own. */
export const subgraphs = ['auth', 'catalog', 'purchase'] as const;

/** A process that serves a part of the graph, and has a database. */
export type SubgraphName = (typeof subgraphs)[number];

/** The setting that names a subgraph's database: DATABASE_URL_AUTH and so on. */
export const databaseSetting = (subgraph: SubgraphName) => `DATABASE_URL_${subgraph.toUpperCase()}`;

/** The setting that names it for migrate: DATABASE_URL_AUTH_MIGRATION and so on. */
export const migrationSetting = (subgraph: SubgraphName) => `${databaseSetting(subgraph)}_MIGRATION`;
