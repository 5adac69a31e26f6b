import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { serviceNames, services } from '../../../runtime/services.ts';
import { projectFolder } from '../../local/places.ts';
import { hostOf, hosts, metricsPortOf, processes } from '../processes.ts';
import { unitsOf } from './units.ts';

const folders = {
  current: '/opt/bookstore/current',
  releases: '/opt/bookstore/releases',
  configuration: '/etc/bookstore',
  files: '/var/lib/bookstore/files',
  backups: '/var/lib/bookstore/backups',
};
const storeUrl = 'https://books.example';
const units = unitsOf(folders, { storeUrl, ownKeys: true });
const shared = unitsOf(folders, { storeUrl, ownKeys: false });

const unit = (name: string): string => units[name] ?? '';

const inProject = (path: string): string => path.replace(/^\/opt\/bookstore\/(current|releases\/%i)\//, '');

/** The values of a setting of a unit, in their order. */
const valuesOf = (name: string, key: string): string[] =>
  unit(name)
    .split('\n')
    .filter(line => line.startsWith(`${key}=`))
    .map(line => line.slice(key.length + 1));

const secretsOf = (name: string): string[] =>
  valuesOf(name, 'LoadCredential').map(line => line.split(':')[0] ?? '');

const ofServices = serviceNames.map(service => `bookstore-${service}@.service`);
const staying = [...ofServices, 'bookstore-invariants.service', 'bookstore-backup.service'];
const withSecrets = [...staying, 'bookstore-migrate@.service'];

test('every process listens where the others, and NGINX, look for it', () => {
  expect(new Set(processes.map(({ address }) => address)).size).toBe(processes.length);
  for (const { service, unit: instance, address } of processes) {
    const number = instance.replace(/.*@(\d)\.service/, '$1');
    const settings = valuesOf(`bookstore-${service}@.service`, 'Environment')
      .join(' ')
      .replaceAll('%i', number);
    const [host = '', port] = address.split(':');
    expect(settings).toContain(`HOST=${host} `);
    expect(port).toBe(String(services[service].port));
    expect(hosts).toMatch(new RegExp(`^${host} .*\\b${hostOf(service)}\\b`, 'm'));
  }
  const metrics = serviceNames.map(metricsPortOf);
  expect(new Set([...metrics, ...Object.values(services).map(({ port }) => port)]).size).toBe(10);
});

test('each service is given its own secrets, in files', () => {
  expect(Object.fromEntries(ofServices.map(name => [name, secretsOf(name)]))).toEqual({
    'bookstore-gateway@.service': ['INTERNAL_TOKEN_KEYS'],
    'bookstore-auth@.service': [
      'INTERNAL_TOKEN_KEYS',
      'DATABASE_URL_AUTH',
      'AUTH_SIGNING_KEY',
      'ADMIN_EMAIL',
      'ADMIN_PASSWORD',
      'SMTP_URL',
    ],
    'bookstore-catalog@.service': ['INTERNAL_TOKEN_KEYS', 'DATABASE_URL_CATALOG'],
    'bookstore-purchase@.service': ['INTERNAL_TOKEN_KEYS', 'DATABASE_URL_PURCHASE'],
    'bookstore-worker@.service': ['INTERNAL_TOKEN_KEYS', 'DATABASE_URL_PURCHASE'],
  });
  for (const name of withSecrets)
    for (const secret of secretsOf(name))
      expect(valuesOf(name, 'Environment')).toContain(`${secret}_FILE=%d/${secret}`);
});

test('each service has the keys that are its own, or the secret that all share, and nobody else has either', () => {
  const proofs = (given: Record<string, string>) =>
    Object.entries(given).flatMap(([name, text]) =>
      Array.from(text.matchAll(/^LoadCredential=(INTERNAL_\w+):\S*\/(\w+)$/gm), ([, setting, file]) => [
        name.replace(/^bookstore-|@\.service$/g, ''),
        setting,
        file,
      ]),
    );
  const keys = (of: string) => ['INTERNAL_TOKEN_KEYS', `INTERNAL_TOKEN_KEYS_${of}`];
  expect(proofs(units)).toEqual([
    ['auth', ...keys('AUTH')],
    ['catalog', ...keys('CATALOG')],
    ['purchase', ...keys('PURCHASE')],
    ['worker', ...keys('PURCHASE')],
    ['gateway', ...keys('GATEWAY')],
  ]);
  expect(proofs(shared)).toEqual(
    serviceNames.map(service => [service, 'INTERNAL_TOKEN_SECRET', 'INTERNAL_TOKEN_SECRET']),
  );
});

test('who migrates alone is told who may change tables', () => {
  const told = withSecrets.filter(name => secretsOf(name).some(secret => secret.endsWith('_MIGRATION')));
  expect(told).toEqual(['bookstore-migrate@.service']);
});

test('whoever has other secrets is another user, and nobody is root', () => {
  const secretsByUser = new Map<string, string>();
  for (const name of withSecrets) {
    const [user = 'root'] = valuesOf(name, 'User');
    const secrets = secretsOf(name).join();
    expect(user).toMatch(/^bookstore-/);
    expect(secretsByUser.get(user) ?? secrets).toBe(secrets);
    secretsByUser.set(user, secrets);
  }
});

test('every program that runs for long can write nothing but what it must, and gains no rights', () => {
  for (const name of staying) {
    expect(valuesOf(name, 'ProtectSystem')).toEqual(['strict']);
    expect(valuesOf(name, 'CapabilityBoundingSet')).toEqual(['']);
    expect(valuesOf(name, 'NoNewPrivileges')).toEqual(['yes']);
    expect(valuesOf(name, 'Restart')).toEqual(['always']);
  }
  const writable = staying.flatMap(name => valuesOf(name, 'ReadWritePaths').map(path => [name, path]));
  expect(writable).toEqual([
    ['bookstore-catalog@.service', '/var/lib/bookstore/files'],
    ['bookstore-gateway@.service', '/var/lib/bookstore/files'],
    ['bookstore-backup.service', '/var/lib/bookstore/backups'],
  ]);
});

test('who makes pictures alone may lower a priority: the later line adds to what the ones before it allow', () => {
  const all = ['@system-service', '~@privileged @resources'];
  for (const name of withSecrets)
    expect([name, valuesOf(name, 'SystemCallFilter')]).toEqual([
      name,
      name === 'bookstore-catalog@.service' ? [...all, 'setpriority'] : all,
    ]);
});

test('who tells others where the shop is knows it', () => {
  const told = ofServices.filter(name =>
    valuesOf(name, 'Environment').includes('STORE_URL=https://books.example'),
  );
  expect(told.toSorted()).toEqual(['bookstore-auth@.service', 'bookstore-gateway@.service']);
});

test('every program that a unit starts is there', () => {
  for (const name of Object.keys(units))
    for (const command of valuesOf(name, 'ExecStart'))
      for (const word of command.split(' ').filter(part => /\.(ts|sh)$/.test(part)))
        expect([word, existsSync(join(projectFolder, inProject(word)))]).toEqual([word, true]);
});

test('one process brings all databases to the schema of its release', () => {
  expect(valuesOf('bookstore-migrate@.service', 'ExecStart')).toEqual([
    '/opt/bookstore/releases/%i/node_modules/.bin/node deploy/image/migrate.ts',
  ]);
  expect(secretsOf('bookstore-migrate@.service')).toEqual([
    'DATABASE_URL_AUTH',
    'DATABASE_URL_CATALOG',
    'DATABASE_URL_PURCHASE',
    'DATABASE_URL_AUTH_MIGRATION',
    'DATABASE_URL_CATALOG_MIGRATION',
    'DATABASE_URL_PURCHASE_MIGRATION',
  ]);
});

test('every timer starts a unit that is there, and whatever it finds wrong is told', () => {
  const timers = Object.keys(units).filter(name => name.endsWith('.timer'));
  expect(timers).toHaveLength(3);
  for (const name of timers) expect(units).toHaveProperty([name.replace('.timer', '.service')]);
  for (const name of ['bookstore-certificate.service', 'bookstore-backup-check.service'])
    expect(valuesOf(name, 'OnFailure')).toEqual(['bookstore-tell@%n.service']);
});

test('the target wants every process', () => {
  const wanted = valuesOf('bookstore.target', 'Wants').join(' ').split(' ');
  expect(wanted).toEqual(expect.arrayContaining(processes.map(({ unit: name }) => name)));
  expect(wanted).toEqual(
    expect.arrayContaining(['bookstore-invariants.service', 'bookstore-backup.service']),
  );
});
