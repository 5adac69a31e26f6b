import { commonSettings, count, flag, portOf, urlOf } from '../runtime/setting-types.ts';

/** The gateway's settings. */
export const gatewaySettings = {
  ...commonSettings,
  PORT: portOf('gateway'),
  AUTH_URL: urlOf('auth'),
  CATALOG_URL: urlOf('catalog'),
  PURCHASE_URL: urlOf('purchase'),
  REQUEST_TIMEOUT_MS: count(100, 120_000, 5_000),
  SUBGRAPH_TIMEOUT_MS: count(100, 60_000, 2_000),
  /** How many requests each replica of a subgraph is sent at a time, as many as it has database connections; the others wait in line. */
  SUBGRAPH_CONCURRENCY: count(1, 10_000, 20),
  PLAYGROUND: flag(process.env.NODE_ENV !== 'production'),
};
