import '../../gateway/telemetry-off.ts';
import '../../runtime/small-heap.ts';
import { createSecretKey, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Supergraph } from '@apollo/federation-internals';
import { contextMaker } from '../../gateway/context.ts';
import { gatewaySettings } from '../../gateway/env.ts';
import { FetchesInFlight } from '../../gateway/execution/fetches-in-flight.ts';
import { createGateway } from '../../gateway/gateway.ts';
import { SubgraphDataSource } from '../../gateway/subgraph-data-source.ts';
import { takeTurns } from '../../gateway/take-turns.ts';
import { createHttpServer } from '../../runtime/http-server.ts';
import { InternalTokens } from '../../runtime/internal-token.ts';
import { createLogger } from '../../runtime/logger.ts';
import { readSettings } from '../../runtime/settings.ts';
import { onBehalfOfRequest } from '../../runtime/tracing/request-span.ts';
import { contenderSettings } from './contender-settings.ts';

// The store's gateway with all that it does for each request (limits, metrics, breakers, time limits), over the subgraphs
// of the bench; without the shop.

const { SUPERGRAPH_FILE, PORT } = contenderSettings();
const settings = readSettings(gatewaySettings);
const logger = createLogger('gateway', settings.LOG_LEVEL);
const supergraphSdl = readFileSync(SUPERGRAPH_FILE, 'utf8');
// The subgraphs of the bench believe everyone; a proof is made and sent all the same.
const key = createSecretKey(randomBytes(32));
const tokens = new InternalTokens({ keyOf: () => key, sharedSecret: undefined }, 'gateway');
const inFlight = settings.SHARE_FETCHES ? new FetchesInFlight(settings.SUBGRAPH_TIMEOUT_MS / 4) : undefined;
const subgraphs = new Map(
  Supergraph.build(supergraphSdl)
    .subgraphsMetadata()
    .map(({ name, url }) => {
      const dataSource = new SubgraphDataSource({
        name,
        url: new URL(url).origin,
        tokens,
        timeoutMilliseconds: settings.SUBGRAPH_TIMEOUT_MS,
        concurrency: settings.SUBGRAPH_CONCURRENCY,
        inFlight,
        logger,
      });
      return [name, dataSource] as const;
    }),
);
const { handler } = await createGateway({
  supergraphSdl,
  subgraphs,
  introspection: false,
  limits: settings,
  persisted: new Map(),
  onlyPersisted: false,
  cachePublicAnswers: false,
  logger,
});
const app = createHttpServer({ logger, trustRequestId: false, settings, checks: [] });
const createContext = contextMaker(settings.REQUEST_TIMEOUT_MS, settings.TRUSTED_PROXIES);
app.route({
  method: ['GET', 'POST'],
  url: '/graphql',
  onRequest: takeTurns(),
  handler: onBehalfOfRequest(
    handler(async request => createContext(request)),
    { trustsTraceparent: false },
  ),
});
await app.listen({ host: '127.0.0.1', port: PORT });
