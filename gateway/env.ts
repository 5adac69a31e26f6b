import { coverSettings } from '../covers/cover-settings.ts';
import { fileSettings } from '../runtime/files/file-settings.ts';
import { processSettings } from '../runtime/process-settings.ts';
import { count, flag, isProduction, portOf, storeUrl, urlOf } from '../runtime/setting-types.ts';
import { operationLimitSettings } from './operation-limits.ts';
import { trustedProxies } from './trusted-proxies.ts';

/** The gateway's settings. */
export const gatewaySettings = {
  ...processSettings,
  ...fileSettings,
  ...coverSettings,
  PORT: portOf('gateway'),
  AUTH_URL: urlOf('auth'),
  CATALOG_URL: urlOf('catalog'),
  PURCHASE_URL: urlOf('purchase'),
  REQUEST_TIMEOUT_MS: count(100, 120_000, 5_000).describe('How long a whole request may take.'),
  SUBGRAPH_TIMEOUT_MS: count(100, 60_000, 2_000).describe('The patience with a subgraph.'),
  SUBGRAPH_CONCURRENCY: count(1, 10_000, 20).describe(
    'How many requests each replica of a subgraph is sent at a time, as many as it has database connections; the others wait in line.',
  ),
  SHARE_FETCHES: flag(true).describe(
    'Whether what people who are not signed in ask of a subgraph several times at the same moment is sent once; queries alone.',
  ),
  CACHE_PUBLIC_ANSWERS: flag(true).describe(
    'Whether a cache before the gateway, as NGINX’s, may keep what everybody is told alike for a second; queries by GET alone.',
  ),
  STORE_URL: storeUrl.optional(),
  TRUSTED_PROXIES: trustedProxies,
  ...operationLimitSettings,
  RENDER_TIMEOUT_MS: count(100, 60_000, 1_500).describe(
    'The patience with a page of the shop that is rendered for its reader; after it the browser does that.',
  ),
  ONLY_PERSISTED_OPERATIONS: flag(false).describe(
    'Whether the gateway takes the operations of its shop alone, as the shop’s build lists them: by their text, or by their hash as Apollo’s clients send it. The playground and other clients are refused then (OPERATION_NOT_PERSISTED).',
  ),
  PLAYGROUND: flag(() => !isProduction()).describe('The playground and introspection.'),
};
