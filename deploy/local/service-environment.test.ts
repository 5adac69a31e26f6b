import { expect, test } from '@jest/globals';
import { ringOf } from '../../runtime/internal-keys.ts';
import { administratorOf, migrationEnvironment, serviceEnvironment } from './service-environment.ts';

const plan = {
  environment: { LOG_LEVEL: 'debug', HOST: '0.0.0.0', DATABASE_URL_CATALOG_READER: 'mysql://reader' },
  ports: { gateway: 5000, auth: 5001, catalog: 5002, purchase: 5003, worker: 5004 },
  secrets: { internalTokenSecret: 'made up', adminPassword: 'made up too' },
  signingKeyFile: '/kept/key.pem',
  databases: { auth: 'mysql://auth', catalog: 'mysql://catalog', purchase: 'mysql://purchase' },
};

test('a service finds the others, its database and the keys by which they know each other', () => {
  expect(serviceEnvironment(plan, 'worker')).toMatchObject({
    LOG_LEVEL: 'debug',
    NODE_ENV: 'development',
    WORKER_PORT: '5004',
    CATALOG_URL: 'http://127.0.0.1:5002',
    DATABASE_URL_PURCHASE: 'mysql://purchase',
    INTERNAL_TOKEN_KEYS: ringOf('made up', 'purchase'),
  });
  expect(serviceEnvironment(plan, 'worker').INTERNAL_TOKEN_SECRET).toBeUndefined();
});

test('a service does not get the secrets of others', () => {
  const catalog = Object.keys(serviceEnvironment(plan, 'catalog'));
  expect(catalog).toEqual(expect.arrayContaining(['DATABASE_URL_CATALOG', 'DATABASE_URL_CATALOG_READER']));
  for (const name of ['DATABASE_URL_AUTH', 'AUTH_SIGNING_KEY_FILE', 'ADMIN_PASSWORD'])
    expect(catalog).not.toContain(name);
  const gateway = Object.keys(serviceEnvironment(plan, 'gateway'));
  expect(gateway.filter(name => /DATABASE|ADMIN|SIGNING/.test(name))).toEqual([]);
});

test('whoever changes tables is told to migrate alone', () => {
  const given = { ...plan, environment: { DATABASE_URL_AUTH_MIGRATION: 'mysql://given' } };
  for (const service of ['auth', 'catalog', 'purchase', 'worker', 'gateway'] as const)
    expect(Object.keys(serviceEnvironment(given, service)).filter(name => /MIGRATION/.test(name))).toEqual(
      [],
    );
  expect(migrationEnvironment(given)).toEqual({
    DATABASE_URL_AUTH: 'mysql://auth',
    DATABASE_URL_CATALOG: 'mysql://catalog',
    DATABASE_URL_PURCHASE: 'mysql://purchase',
    DATABASE_URL_AUTH_MIGRATION: 'mysql://given',
  });
  const migrations = { auth: 'mysql://a', catalog: 'mysql://c', purchase: 'mysql://p' };
  expect(migrationEnvironment({ ...given, migrations })).toMatchObject({
    DATABASE_URL_AUTH_MIGRATION: 'mysql://a',
    DATABASE_URL_CATALOG_MIGRATION: 'mysql://c',
    DATABASE_URL_PURCHASE_MIGRATION: 'mysql://p',
  });
});

test('who migrates gets databases that the user gave as files, and no secret of a service', () => {
  const environment = {
    PATH: '/bin',
    DATABASE_URL_AUTH_FILE: '/run/auth',
    DATABASE_URL_AUTH_MIGRATION_FILE: '/run/migration',
    AUTH_SIGNING_KEY: 'pem',
    ADMIN_PASSWORD: 'secret',
  };
  const migrating = migrationEnvironment({ ...plan, environment });
  expect(migrating).toEqual({
    PATH: '/bin',
    DATABASE_URL_AUTH_FILE: '/run/auth',
    DATABASE_URL_AUTH_MIGRATION_FILE: '/run/migration',
    DATABASE_URL_CATALOG: 'mysql://catalog',
    DATABASE_URL_PURCHASE: 'mysql://purchase',
  });
});

test('the gateway alone listens where the user says', () => {
  expect(serviceEnvironment(plan, 'gateway').HOST).toBe('0.0.0.0');
  expect(serviceEnvironment(plan, 'auth').HOST).toBe('127.0.0.1');
});

test('each process has a port of its own for its metrics', () => {
  const environment = { METRICS_PORT: '9464' };
  const ports = (['auth', 'catalog', 'purchase', 'worker', 'gateway'] as const).map(
    service => serviceEnvironment({ ...plan, environment }, service).METRICS_PORT,
  );
  expect(ports).toEqual(['9464', '9465', '9466', '9467', '9468']);
  expect(serviceEnvironment(plan, 'gateway').METRICS_PORT).toBeUndefined();
});

test('what the user set wins, as a file too', () => {
  const environment = {
    INTERNAL_TOKEN_SECRET_FILE: '/run/secret',
    AUTH_SIGNING_KEY: 'pem',
    AUTH_URL: 'http://auth:1',
    ADMIN_PASSWORD_FILE: '/run/admin',
  };
  const auth = serviceEnvironment({ ...plan, environment }, 'auth');
  expect(auth).toMatchObject(environment);
  for (const name of [
    'INTERNAL_TOKEN_SECRET',
    'INTERNAL_TOKEN_KEYS',
    'AUTH_SIGNING_KEY_FILE',
    'ADMIN_PASSWORD',
  ])
    expect(auth[name]).toBeUndefined();
  expect(administratorOf({ ...plan, environment }).password).toBeUndefined();
  expect(administratorOf(plan)).toEqual({ email: 'admin@bookstore.example', password: 'made up too' });
});
