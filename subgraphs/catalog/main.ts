import '../../runtime/node-env.ts';
import '../../runtime/small-heap.ts';
import { PictureMaker } from '../../covers/making/picture-maker.ts';
import { startSealing } from '../../runtime/audit/start-sealing.ts';
import { factsFromAuth } from '../../runtime/auth-facts.ts';
import { closeOnSignal, exitOnUncaught } from '../../runtime/close-on-signal.ts';
import { databaseChecks } from '../../runtime/database-checks.ts';
import { startErasing } from '../../runtime/erasure/start-erasing.ts';
import { registerEventsRoute } from '../../runtime/events/events-route.ts';
import { startInbox, startRelay } from '../../runtime/events/start-events.ts';
import { openFileStore } from '../../runtime/files/open-file-store.ts';
import { internalKeysOf } from '../../runtime/internal-keys.ts';
import { InternalTokens } from '../../runtime/internal-token.ts';
import { listen } from '../../runtime/listen.ts';
import { createLogger } from '../../runtime/logger.ts';
import { readSettings } from '../../runtime/settings.ts';
import { SisterService } from '../../runtime/sister-service.ts';
import { createSubgraphServer } from '../../runtime/subgraph-server.ts';
import { openTelemetry } from '../../runtime/telemetry.ts';
import { openTokenMemory } from '../../runtime/token-memory.ts';
import { TokenVerifier } from '../../runtime/token-verifier.ts';
import { BuyerTurns } from './buyer-turns.ts';
import { type Context, contextMaker } from './context.ts';
import { registerCoverRoutes } from './cover-routes.ts';
import { openCatalogDatabase } from './database.ts';
import { catalogSettings } from './env.ts';
import { eraserOf } from './erasure/erase-user.ts';
import { handlers } from './handlers.ts';
import { permissions } from './permissions.ts';
import { resolvers } from './resolvers.ts';
import { startSweepingCovers } from './sweep-covers.ts';

const settings = readSettings(catalogSettings);
const logger = createLogger('catalog', settings.LOG_LEVEL);
exitOnUncaught(logger);
const telemetry = await openTelemetry('catalog', settings, logger);

const database = await openCatalogDatabase(settings, logger);
const tokens = new InternalTokens(internalKeysOf(settings), 'catalog');
const auth = new SisterService('auth', settings.AUTH_URL, tokens, settings);
const verifier = new TokenVerifier(factsFromAuth(auth), logger, openTokenMemory(database));
const { files, check: filesCheck } = await openFileStore(settings, 'write', logger);

const app = await createSubgraphServer<Context>({
  name: 'catalog',
  resolvers,
  permissions,
  context: contextMaker(database, {
    currency: settings.STORE_CURRENCY,
    reservationLimits: { open: settings.MAX_OPEN_RESERVATIONS, copies: settings.MAX_COPIES_HELD },
    // What waits for its turn waits for a connection, in the end.
    buyerTurns: new BuyerTurns(settings.POOL_TIMEOUT_MS),
    publicationsPerSeller: settings.PUBLICATIONS_PER_SELLER,
  }),
  verifier,
  internalKeys: internalKeysOf(settings),
  database,
  settings,
  checks: [
    ...databaseChecks(database, 'catalog'),
    { name: 'auth', vital: false, probe: () => auth.isAlive() },
    filesCheck,
  ],
  logger,
});

const makerOptions = { timeoutMilliseconds: settings.COVER_TIMEOUT_MS, logger };
const uploads = new PictureMaker(makerOptions);
const drawings = new PictureMaker(makerOptions);
const making = { database, files, uploads, drawings, logger };
registerCoverRoutes(app, { verifier, making });
const sweeping = startSweepingCovers(making);
const erasing = startErasing(database, eraserOf(files), logger);
const sealing = startSealing(database, logger);

const events = { name: 'catalog', database, amqpUrl: settings.AMQP_URL, logger } as const;
const { INTERNAL_TLS_DIR: tls, PURCHASE_URL } = settings;
const relay = startRelay({ ...events, urls: { purchase: PURCHASE_URL }, tls, tokens });
const listening = startInbox({ ...events, handlers });
registerEventsRoute(app, parcel => listening.inbox.receive(parcel));

verifier.start();
closeOnSignal(
  logger,
  [
    () => app.close(),
    () => sweeping.stop(),
    () => erasing.stop(),
    () => sealing.stop(),
    async () => uploads.close(),
    async () => drawings.close(),
    () => relay.stop(),
    () => listening.stop(),
    async () => verifier.stop(),
    () => auth.close(),
    () => database.close(),
    () => telemetry.close(),
  ],
  settings.DRAIN_SECONDS,
);
await listen(app, 'catalog', settings.HOST, settings.CATALOG_PORT);
