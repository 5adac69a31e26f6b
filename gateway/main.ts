import '../runtime/node-env.ts';
import './telemetry-off.ts';
import '../runtime/small-heap.ts';
import { closeOnSignal, exitOnUncaught } from '../runtime/close-on-signal.ts';
import { openFileStore } from '../runtime/files/open-file-store.ts';
import { createHttpServer } from '../runtime/http-server.ts';
import { internalKeysOf } from '../runtime/internal-keys.ts';
import { InternalTokens } from '../runtime/internal-token.ts';
import { listen } from '../runtime/listen.ts';
import { createLogger } from '../runtime/logger.ts';
import { services, subgraphs } from '../runtime/services.ts';
import { readSettings } from '../runtime/settings.ts';
import { openTelemetry } from '../runtime/telemetry.ts';
import { onBehalfOfRequest } from '../runtime/tracing/request-span.ts';
import { registerStorefront } from '../storefront/serve/routes.ts';
import { askAnonymously } from './ask-anonymously.ts';
import { browserHeadersFor } from './browser-headers.ts';
import { contextMaker } from './context.ts';
import { CatalogCovers } from './covers/catalog-covers.ts';
import { registerCovers } from './covers/routes.ts';
import { gatewaySettings } from './env.ts';
import { FetchesInFlight } from './execution/fetches-in-flight.ts';
import { createGateway } from './gateway.ts';
import { readPersistedOperations } from './persisted-operations.ts';
import { registerPlayground } from './playground/routes.ts';
import { requireSoundHost } from './sound-host.ts';
import { SubgraphDataSource } from './subgraph-data-source.ts';
import { takeTurns } from './take-turns.ts';

const settings = readSettings(gatewaySettings);
const logger = createLogger('gateway', settings.LOG_LEVEL);
exitOnUncaught(logger);
const telemetry = await openTelemetry('gateway', settings, logger);

const tokens = new InternalTokens(internalKeysOf(settings), 'gateway');
const inFlight = settings.SHARE_FETCHES ? new FetchesInFlight(settings.SUBGRAPH_TIMEOUT_MS / 4) : undefined;
const dataSources = subgraphs.map(name => {
  const dataSource = new SubgraphDataSource({
    name,
    url: settings[services[name].urlSetting],
    tls: settings.INTERNAL_TLS_DIR,
    tokens,
    timeoutMilliseconds: settings.SUBGRAPH_TIMEOUT_MS,
    concurrency: settings.SUBGRAPH_CONCURRENCY,
    inFlight,
    logger,
  });
  return [name, dataSource] as const;
});

const { apollo, handler } = await createGateway({
  subgraphs: new Map(dataSources),
  introspection: settings.PLAYGROUND,
  limits: settings,
  persisted: readPersistedOperations(),
  onlyPersisted: settings.ONLY_PERSISTED_OPERATIONS,
  cachePublicAnswers: settings.CACHE_PUBLIC_ANSWERS,
  logger,
});
const { files, check: filesCheck } = await openFileStore(settings, 'read', logger);
const catalogCovers = new CatalogCovers({
  url: settings.CATALOG_URL,
  tls: settings.INTERNAL_TLS_DIR,
  tokens,
  concurrency: settings.SUBGRAPH_CONCURRENCY,
  timeoutMilliseconds: 2 * settings.COVER_TIMEOUT_MS,
});
const app = createHttpServer({
  logger,
  trustRequestId: false,
  takesAnyone: true,
  settings,
  headersFor: browserHeadersFor,
  checks: [
    ...dataSources.map(([name, dataSource]) => ({
      name,
      vital: 'together' as const,
      probe: () => dataSource.isAlive(),
    })),
    filesCheck,
  ],
});
if (settings.PLAYGROUND) registerPlayground(app);
await registerStorefront(app, {
  send: askAnonymously(apollo, settings.REQUEST_TIMEOUT_MS),
  storeUrl: settings.STORE_URL,
  hasPlayground: settings.PLAYGROUND,
  renderMilliseconds: settings.RENDER_TIMEOUT_MS,
});
registerCovers(app, files, catalogCovers);
const createContext = contextMaker(settings.REQUEST_TIMEOUT_MS, settings.TRUSTED_PROXIES);
app.route({
  method: ['GET', 'POST'],
  url: '/graphql',
  onRequest: [requireSoundHost, takeTurns()],
  handler: onBehalfOfRequest(
    handler(async request => createContext(request)),
    { trustsTraceparent: false },
  ),
});

closeOnSignal(
  logger,
  [
    () => app.close(),
    () => apollo.stop(),
    () => catalogCovers.close(),
    () => Promise.all(dataSources.map(([, dataSource]) => dataSource.close())),
    () => telemetry.close(),
  ],
  settings.DRAIN_SECONDS,
);
await listen(app, 'gateway', settings.HOST, settings.PORT);
