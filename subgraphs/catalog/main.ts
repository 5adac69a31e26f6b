import { factsFromAuth } from '../../runtime/auth-facts.ts';
import { closeOnSignal, exitOnUncaught } from '../../runtime/close-on-signal.ts';
import { InternalTokens } from '../../runtime/internal-token.ts';
import { listen } from '../../runtime/listen.ts';
import { createLogger } from '../../runtime/logger.ts';
import { readSettings } from '../../runtime/settings.ts';
import { SisterService } from '../../runtime/sister-service.ts';
import { createSubgraphServer } from '../../runtime/subgraph-server.ts';
import { TokenVerifier } from '../../runtime/token-verifier.ts';
import { type Context, contextMaker } from './context.ts';
import { openCatalogDatabase } from './database.ts';
import { catalogSettings } from './env.ts';
import { permissions } from './permissions.ts';
import { resolvers } from './resolvers.ts';

const settings = readSettings(catalogSettings);
const logger = createLogger('catalog', settings.LOG_LEVEL);
exitOnUncaught(logger);

const database = await openCatalogDatabase(
  settings.DATABASE_URL_CATALOG,
  settings.DATABASE_URL_CATALOG_READER,
);
const tokens = new InternalTokens(settings.INTERNAL_TOKEN_SECRET, 'catalog');
const auth = new SisterService('auth', settings.AUTH_URL, tokens);
const verifier = new TokenVerifier(factsFromAuth(auth), logger);

const app = await createSubgraphServer<Context>({
  name: 'catalog',
  resolvers,
  permissions,
  context: contextMaker(database, settings.STORE_CURRENCY),
  verifier,
  internalTokenSecret: settings.INTERNAL_TOKEN_SECRET,
  checks: [
    { name: 'database', vital: true, probe: () => database.ping() },
    { name: 'auth', vital: false, probe: () => auth.isAlive() },
  ],
  logger,
});

verifier.start();
closeOnSignal(logger, [
  () => app.close(),
  async () => verifier.stop(),
  () => auth.close(),
  () => database.close(),
]);
await listen(app, 'catalog', settings.HOST, settings.CATALOG_PORT);
