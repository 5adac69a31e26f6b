import '../../runtime/node-env.ts';
import '../../runtime/small-heap.ts';
import { startSealing } from '../../runtime/audit/start-sealing.ts';
import { factsFromAuth } from '../../runtime/auth-facts.ts';
import { closeOnSignal, exitOnUncaught } from '../../runtime/close-on-signal.ts';
import { databaseChecks } from '../../runtime/database-checks.ts';
import { registerEventsRoute } from '../../runtime/events/events-route.ts';
import { startInbox, startRelay } from '../../runtime/events/start-events.ts';
import { internalKeysOf } from '../../runtime/internal-keys.ts';
import { listen } from '../../runtime/listen.ts';
import { createLogger } from '../../runtime/logger.ts';
import { readSettings } from '../../runtime/settings.ts';
import { SisterService } from '../../runtime/sister-service.ts';
import { createSubgraphServer } from '../../runtime/subgraph-server.ts';
import { openTelemetry } from '../../runtime/telemetry.ts';
import { openTokenMemory } from '../../runtime/token-memory.ts';
import { TokenVerifier } from '../../runtime/token-verifier.ts';
import { type Context, createContext } from './context.ts';
import { openPurchaseDatabase } from './database.ts';
import { serverSettings } from './env.ts';
import { handlers } from './handlers.ts';
import { measurePurchases } from './measure-purchases.ts';
import { openStore } from './open-store.ts';
import { permissions } from './permissions.ts';
import { resolvers } from './resolvers.ts';

const settings = readSettings(serverSettings);
const logger = createLogger('purchase', settings.LOG_LEVEL);
exitOnUncaught(logger);
const telemetry = await openTelemetry('purchase', settings, logger);

const database = await openPurchaseDatabase(settings, logger);
const { store, catalog, tokens } = openStore(settings, database, logger);
const stopMeasuring = measurePurchases(database.fork());
const auth = new SisterService('auth', settings.AUTH_URL, tokens, settings);
const verifier = new TokenVerifier(factsFromAuth(auth), logger, openTokenMemory(database));

const app = await createSubgraphServer<Context>({
  name: 'purchase',
  resolvers,
  permissions,
  context: facts => createContext(store, facts),
  verifier,
  internalKeys: internalKeysOf(settings),
  database,
  settings,
  checks: [
    ...databaseChecks(database, 'purchase'),
    { name: 'auth', vital: false, probe: () => auth.isAlive() },
    { name: 'catalog', vital: false, probe: () => catalog.isAlive() },
  ],
  logger,
});

const events = { name: 'purchase', database, amqpUrl: settings.AMQP_URL, logger } as const;
const sealing = startSealing(database, logger);
const { INTERNAL_TLS_DIR: tls, AUTH_URL } = settings;
const relay = startRelay({ ...events, urls: { auth: AUTH_URL }, tls, tokens });
const listening = startInbox({ ...events, handlers });
registerEventsRoute(app, parcel => listening.inbox.receive(parcel));

verifier.start();
closeOnSignal(
  logger,
  [
    () => app.close(),
    () => sealing.stop(),
    () => relay.stop(),
    () => listening.stop(),
    async () => verifier.stop(),
    () => auth.close(),
    () => catalog.close(),
    async () => stopMeasuring(),
    () => database.close(),
    () => telemetry.close(),
  ],
  settings.DRAIN_SECONDS,
);
await listen(app, 'purchase', settings.HOST, settings.PURCHASE_PORT);
