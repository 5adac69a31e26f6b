import '../../runtime/node-env.ts';
import { jwksPath } from '../../runtime/auth-facts.ts';
import { closeOnSignal, exitOnUncaught } from '../../runtime/close-on-signal.ts';
import { databaseChecks } from '../../runtime/database-checks.ts';
import { registerEventsRoute } from '../../runtime/events/events-route.ts';
import { startInbox, startRelay } from '../../runtime/events/start-events.ts';
import { InternalTokens } from '../../runtime/internal-token.ts';
import { listen } from '../../runtime/listen.ts';
import { createLogger } from '../../runtime/logger.ts';
import { readSettings } from '../../runtime/settings.ts';
import { createSubgraphServer } from '../../runtime/subgraph-server.ts';
import { openTelemetry } from '../../runtime/telemetry.ts';
import { TokenVerifier } from '../../runtime/token-verifier.ts';
import { contextMaker } from './context.ts';
import { openAuthDatabase } from './database.ts';
import { authSettings } from './env.ts';
import { firstAdministrator } from './first-administrator.ts';
import { handlers } from './handlers.ts';
import { ownTokenFacts } from './own-token-facts.ts';
import { permissions } from './permissions.ts';
import { resolvers } from './resolvers.ts';
import { signingKeyOf } from './signing-key.ts';
import { sweepHourly } from './sweep.ts';

const settings = readSettings(authSettings);
const logger = createLogger('auth', settings.LOG_LEVEL);
exitOnUncaught(logger);
const telemetry = await openTelemetry('auth', settings, logger);

const signingKey = signingKeyOf(settings.AUTH_SIGNING_KEY);
const database = await openAuthDatabase(settings, logger);
const verifier = new TokenVerifier(ownTokenFacts(database, signingKey), logger);
const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = settings;
const administratorMade =
  email && password ? firstAdministrator(database, { email, password }, logger) : Promise.resolve();

const app = await createSubgraphServer({
  name: 'auth',
  resolvers,
  permissions,
  context: contextMaker(database, {
    signingKey,
    refreshTokenDays: settings.REFRESH_TOKEN_DAYS,
    refreshTokenGraceSeconds: settings.REFRESH_TOKEN_GRACE_SECONDS,
  }),
  verifier,
  internalTokenSecret: settings.INTERNAL_TOKEN_SECRET,
  settings,
  checks: [
    ...databaseChecks(database, 'auth'),
    { name: 'first administrator', vital: true, probe: () => administratorMade },
  ],
  logger,
});
app.get(jwksPath, async (_request, reply) =>
  reply.header('cache-control', 'public, max-age=60').send({ keys: [signingKey.publicKey] }),
);

const tokens = new InternalTokens(settings.INTERNAL_TOKEN_SECRET, 'auth');
const events = { name: 'auth', database, amqpUrl: settings.AMQP_URL, logger } as const;
const relay = startRelay({ ...events, urls: { catalog: settings.CATALOG_URL }, tokens });
const listening = startInbox({ ...events, handlers });
registerEventsRoute(app, {
  name: 'auth',
  internalTokenSecret: settings.INTERNAL_TOKEN_SECRET,
  receive: parcel => listening.inbox.receive(parcel),
});

verifier.start();
const stopSweeping = sweepHourly(database, logger);
await listen(app, 'auth', settings.HOST, settings.AUTH_PORT);
closeOnSignal(
  logger,
  [
    () => app.close(),
    () => relay.stop(),
    () => listening.stop(),
    async () => stopSweeping(),
    async () => verifier.stop(),
    () => database.close(),
    () => telemetry.close(),
  ],
  settings.DRAIN_SECONDS,
);
