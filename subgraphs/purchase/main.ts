import { factsFromAuth } from '../../runtime/auth-facts.ts';
import { closeOnSignal, exitOnUncaught } from '../../runtime/close-on-signal.ts';
import { listen } from '../../runtime/listen.ts';
import { createLogger } from '../../runtime/logger.ts';
import { readSettings } from '../../runtime/settings.ts';
import { SisterService } from '../../runtime/sister-service.ts';
import { createSubgraphServer } from '../../runtime/subgraph-server.ts';
import { TokenVerifier } from '../../runtime/token-verifier.ts';
import { type Context, createContext } from './context.ts';
import { openPurchaseDatabase } from './database.ts';
import { serverSettings } from './env.ts';
import { openStore } from './open-store.ts';
import { permissions } from './permissions.ts';
import { resolvers } from './resolvers.ts';

const settings = readSettings(serverSettings);
const logger = createLogger('purchase', settings.LOG_LEVEL);
exitOnUncaught(logger);

const database = await openPurchaseDatabase(settings.DATABASE_URL_PURCHASE);
const { store, catalog, tokens } = openStore(settings, database, logger);
const auth = new SisterService('auth', settings.AUTH_URL, tokens);
const verifier = new TokenVerifier(factsFromAuth(auth), logger);

const app = await createSubgraphServer<Context>({
  name: 'purchase',
  resolvers,
  permissions,
  context: facts => createContext(store, facts),
  verifier,
  internalTokenSecret: settings.INTERNAL_TOKEN_SECRET,
  checks: [
    { name: 'database', vital: true, probe: () => database.ping() },
    { name: 'auth', vital: false, probe: () => auth.isAlive() },
    { name: 'catalog', vital: false, probe: () => catalog.isAlive() },
  ],
  logger,
});

verifier.start();
closeOnSignal(logger, [
  () => app.close(),
  async () => verifier.stop(),
  () => auth.close(),
  () => catalog.close(),
  () => database.close(),
]);
await listen(app, 'purchase', settings.HOST, settings.PURCHASE_PORT);
