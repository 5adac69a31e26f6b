import { createRequire } from 'node:module';

// Vendure as its documentation has it for production: one server and one worker, jobs and search index in the database, no
// synchronising of tables. Left out is what would cost it something and is not asked here: e-mails, assets, the dashboard, and
// the plugin that weighs each query.

const {
  DefaultJobQueuePlugin,
  DefaultLogger,
  DefaultSchedulerPlugin,
  DefaultSearchPlugin,
  dummyPaymentHandler,
  LogLevel,
} = createRequire(import.meta.url)('@vendure/core');

const settingOf = name => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
};

const database = new URL(settingOf('VENDURE_DATABASE_URL'));

/** What the process is told by its environment; `synchronize` makes the tables. */
export const configOf = ({ synchronize }) => ({
  logger: new DefaultLogger({ level: LogLevel.Warn, timestamp: true }),
  apiOptions: {
    hostname: '127.0.0.1',
    port: Number(settingOf('PORT')),
    adminApiPath: 'admin-api',
    shopApiPath: 'shop-api',
    trustProxy: 1,
    cors: { origin: [], credentials: true },
  },
  authOptions: {
    tokenMethod: ['bearer', 'cookie'],
    superadminCredentials: {
      identifier: settingOf('SUPERADMIN_USERNAME'),
      password: settingOf('SUPERADMIN_PASSWORD'),
    },
    cookieOptions: { secret: settingOf('COOKIE_SECRET') },
  },
  dbConnectionOptions: {
    type: settingOf('VENDURE_DATABASE_TYPE'),
    connectorPackage: 'mysql2',
    host: database.hostname,
    port: Number(database.port),
    username: decodeURIComponent(database.username),
    password: decodeURIComponent(database.password),
    database: database.pathname.slice(1),
    // As many as a process of our store has; Vendure's own default is ten.
    poolSize: 20,
    timezone: 'Z',
    synchronize,
    logging: false,
  },
  paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
  customFields: { Product: [{ name: 'sellerName', type: 'string', public: true, nullable: true }] },
  plugins: [
    DefaultSchedulerPlugin.init(),
    DefaultJobQueuePlugin.init({ useDatabaseForBuffer: true }),
    DefaultSearchPlugin.init({ bufferUpdates: false, indexStockStatus: true }),
  ],
});
