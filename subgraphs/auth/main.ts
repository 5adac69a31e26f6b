import '../../runtime/node-env.ts';
import '../../runtime/small-heap.ts';
import { startSealing } from '../../runtime/audit/start-sealing.ts';
import { jwksCacheSeconds, jwksPath } from '../../runtime/auth-facts.ts';
import { closeOnSignal, exitOnUncaught } from '../../runtime/close-on-signal.ts';
import { databaseChecks } from '../../runtime/database-checks.ts';
import { startErasing } from '../../runtime/erasure/start-erasing.ts';
import { registerEventsRoute } from '../../runtime/events/events-route.ts';
import { startInbox, startRelay } from '../../runtime/events/start-events.ts';
import { internalKeysOf } from '../../runtime/internal-keys.ts';
import { InternalTokens } from '../../runtime/internal-token.ts';
import { listen } from '../../runtime/listen.ts';
import { createLogger } from '../../runtime/logger.ts';
import { readSettings } from '../../runtime/settings.ts';
import { SisterService } from '../../runtime/sister-service.ts';
import { createSubgraphServer } from '../../runtime/subgraph-server.ts';
import { openTelemetry } from '../../runtime/telemetry.ts';
import { TokenVerifier } from '../../runtime/token-verifier.ts';
import { contextMaker } from './context.ts';
import { openAuthDatabase } from './database.ts';
import { authSettings } from './env.ts';
import { eraseUser } from './erasure/erase-user.ts';
import { firstAdministrator } from './first-administrator.ts';
import { handlers } from './handlers.ts';
import { LeakedPasswords } from './leaked-passwords.ts';
import { openMailer } from './mail/mailer.ts';
import { PostOffice } from './mail/post-office.ts';
import { ownTokenFacts } from './own-token-facts.ts';
import { passwordWorkOf } from './password-work.ts';
import { permissions } from './permissions.ts';
import { resolvers } from './resolvers.ts';
import { rotateWhenOld } from './rotate-when-old.ts';
import { SigningKeys } from './signing-keys.ts';
import { sweepHourly } from './sweep.ts';
import { askUnfinishedPurchases } from './unfinished-purchases.ts';

const settings = readSettings(authSettings);
const logger = createLogger('auth', settings.LOG_LEVEL);
exitOnUncaught(logger);
const telemetry = await openTelemetry('auth', settings, logger);

const database = await openAuthDatabase(settings, logger);
const signingKeys = new SigningKeys(database, settings.AUTH_SIGNING_KEY, logger);
const verifier = new TokenVerifier(ownTokenFacts(database, signingKeys), logger);
const tokens = new InternalTokens(internalKeysOf(settings), 'auth');
const purchase = new SisterService('purchase', settings.PURCHASE_URL, tokens, settings);
const mailer = openMailer(settings, logger);
const postOffice = new PostOffice({ database, mailer, storeUrl: settings.STORE_URL ?? '', logger });
const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password, LEAKED_PASSWORDS_URL: leakedUrl } = settings;
const leakedPasswords = leakedUrl === undefined ? undefined : new LeakedPasswords(leakedUrl, logger);
const administratorMade =
  email && password
    ? firstAdministrator(database, { email, password, leakedPasswords }, logger)
    : Promise.resolve();

const app = await createSubgraphServer({
  name: 'auth',
  resolvers,
  permissions,
  context: contextMaker(database, {
    tokenSettings: {
      signingKeys,
      refreshTokenDays: settings.REFRESH_TOKEN_DAYS,
      sessionDays: settings.SESSION_DAYS,
      refreshTokenGraceSeconds: settings.REFRESH_TOKEN_GRACE_SECONDS,
      administratorsNeedSecondFactor: settings.ADMINISTRATORS_NEED_SECOND_FACTOR,
    },
    attemptLimits: {
      free: settings.GUESSES_PER_ACCOUNT,
      firstWaitSeconds: settings.FIRST_GUESS_WAIT_SECONDS,
      longestWaitSeconds: settings.LONGEST_GUESS_WAIT_SECONDS,
    },
    guessesPerNetwork: settings.GUESSES_PER_NETWORK,
    registrationsPerNetwork: settings.REGISTRATIONS_PER_NETWORK,
    registrationByMail: settings.REGISTRATION_BY_MAIL,
    emailChangeNeedsPassword: settings.EMAIL_CHANGE_NEEDS_PASSWORD,
    passwordWork: passwordWorkOf({
      atOnce: settings.PASSWORD_HASHES_AT_ONCE,
      mostWaiting: settings.PASSWORD_HASHES_WAITING,
    }),
    settingsKey: settings.AUTH_SIGNING_KEY,
    storeUrl: settings.STORE_URL,
    leakedPasswords,
    mailer,
    unfinishedPurchases: askUnfinishedPurchases(purchase),
  }),
  verifier,
  internalKeys: internalKeysOf(settings),
  database,
  settings,
  checks: [
    ...databaseChecks(database, 'auth'),
    { name: 'keys of access tokens', vital: true, probe: async () => void signingKeys.published },
    { name: 'first administrator', vital: true, probe: () => administratorMade },
  ],
  logger,
});
app.get(jwksPath, async (_request, reply) => {
  if (!signingKeys.areKnown) return reply.code(503).header('retry-after', '1').send();
  reply.header('cache-control', `public, max-age=${jwksCacheSeconds}`);
  return { keys: signingKeys.published };
});

const events = { name: 'auth', database, amqpUrl: settings.AMQP_URL, logger } as const;
const urls = { catalog: settings.CATALOG_URL, purchase: settings.PURCHASE_URL };
const relay = startRelay({ ...events, urls, tls: settings.INTERNAL_TLS_DIR, tokens });
const listening = startInbox({ ...events, handlers });
registerEventsRoute(app, parcel => listening.inbox.receive(parcel));

await signingKeys.start();
postOffice.start();
verifier.start();
const stopRotating = rotateWhenOld(database, settings, logger);
const stopSweeping = sweepHourly(database, logger);
const erasing = startErasing(database, eraseUser, logger);
const sealing = startSealing(database, logger);
await listen(app, 'auth', settings.HOST, settings.AUTH_PORT);
closeOnSignal(
  logger,
  [
    () => app.close(),
    () => relay.stop(),
    () => listening.stop(),
    () => postOffice.stop(),
    () => erasing.stop(),
    () => sealing.stop(),
    async () => stopSweeping(),
    async () => stopRotating(),
    async () => signingKeys.stop(),
    async () => verifier.stop(),
    () => purchase.close(),
    () => database.close(),
    () => telemetry.close(),
  ],
  settings.DRAIN_SECONDS,
);
