import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { administratorOf, serviceEnvironment } from './service-environment.ts';
import { readLaunchSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'bookstore-settings-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const urls = {
  DATABASE_URL_AUTH: 'mysql://a:p@db:3306/auth',
  DATABASE_URL_CATALOG: 'mysql://c:p@db:3306/catalog',
  DATABASE_URL_PURCHASE: 'mysql://p:p@db:3306/purchase',
};

test('nothing set: our own databases, and no wish for a port', () => {
  expect(readLaunchSettings({ PORT: '' })).toEqual({
    environment: { PORT: '' },
    ports: {},
    host: '127.0.0.1',
    drainSeconds: 0,
    databases: undefined,
  });
});

test('what is set is read', () => {
  const settings = readLaunchSettings({
    ...urls,
    PORT: '5000',
    WORKER_PORT: '5900',
    HOST: '0.0.0.0',
    DRAIN_SECONDS: '12',
  });
  expect(settings.ports).toEqual({ gateway: 5000, worker: 5900 });
  expect([settings.host, settings.drainSeconds]).toEqual(['0.0.0.0', 12]);
  expect(settings.databases?.catalog).toBe(urls.DATABASE_URL_CATALOG);
});

test('every mistake is told at once', () => {
  const read = () =>
    readLaunchSettings({
      PORT: '99999',
      AUTH_PORT: '4700',
      CATALOG_PORT: '4700',
      DATABASE_URL_AUTH: 'postgres://a',
      DATABASE_URL_PURCHASE_READER: urls.DATABASE_URL_PURCHASE,
    });
  expect(read).toThrow(/PORT: must be/);
  expect(read).toThrow(/AUTH_PORT and CATALOG_PORT are the same: 4700/);
  expect(read).toThrow(/DATABASE_URL_AUTH: must look like mysql:/);
  expect(read).toThrow(/DATABASE_URL_CATALOG: is not set/);
  expect(read).toThrow(/DATABASE_URL_PURCHASE: is not set/);
});

test('what the launcher needs itself may come from files, and reaches the services without them', () => {
  const environment: Record<string, string> = { LOG_LEVEL_FILE: '/kept/as/it/is' };
  const values = { PORT: '5000', HOST: '0.0.0.0', METRICS_PORT: '9500', ADMIN_EMAIL: 'me@reader.example' };
  for (const [name, value] of Object.entries(values)) {
    writeFileSync(join(folder, name), `${value}\n`);
    environment[`${name}_FILE`] = join(folder, name);
  }
  const settings = readLaunchSettings(environment);
  expect(settings).toMatchObject({ ports: { gateway: 5000 }, host: '0.0.0.0' });
  const plan = {
    environment: settings.environment,
    ports: { gateway: 5000, auth: 5001, catalog: 5002, purchase: 5003, worker: 5004 },
    secrets: { internalTokenSecret: '-', adminPassword: '-' },
    signingKeyFile: '-',
    databases: { auth: '-', catalog: '-', purchase: '-' },
  };
  expect(administratorOf(plan).email).toBe('me@reader.example');
  const catalog = serviceEnvironment(plan, 'catalog');
  expect(catalog).toMatchObject({ HOST: '127.0.0.1', PORT: '5000', METRICS_PORT: '9501' });
  expect(Object.entries(catalog).filter(([name, value]) => value && name.endsWith('_FILE'))).toEqual([
    ['LOG_LEVEL_FILE', '/kept/as/it/is'],
  ]);
  expect(() => readLaunchSettings({ ...environment, PORT: '4100' })).toThrow(/PORT and PORT_FILE are both/);
});

test('a reader without its database is a mistake', () => {
  const read = () => readLaunchSettings({ DATABASE_URL_AUTH_READER: urls.DATABASE_URL_AUTH });
  expect(read).toThrow(/DATABASE_URL_AUTH_READER: is set without DATABASE_URL_AUTH/);
});

test('a wish for the port that the gateway has by default is a mistake', () => {
  expect(() => readLaunchSettings({ AUTH_PORT: '4000' })).toThrow(/AUTH_PORT and PORT are the same: 4000/);
});
