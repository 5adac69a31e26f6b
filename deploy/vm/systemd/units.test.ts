import { expect, test } from '@jest/globals';
import { serviceNames, services } from '../../../runtime/services.ts';
import { hostOf, hosts, metricsPortOf, processes } from '../processes.ts';
import { unitsOf } from './units.ts';

const units = unitsOf({
  current: '/opt/bookstore/current',
  releases: '/opt/bookstore/releases',
  configuration: '/etc/bookstore',
  files: '/var/lib/bookstore/files',
});

const unit = (name: string): string => units[name] ?? '';

/** The values of a setting of a unit, in their order. */
const valuesOf = (name: string, key: string): string[] =>
  unit(name)
    .split('\n')
    .filter(line => line.startsWith(`${key}=`))
    .map(line => line.slice(key.length + 1));

const secretsOf = (name: string): string[] =>
  valuesOf(name, 'LoadCredential').map(line => line.split(':')[0] ?? '');

const ofServices = serviceNames.map(service => `bookstore-${service}@.service`);

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
    'bookstore-gateway@.service': ['INTERNAL_TOKEN_SECRET'],
    'bookstore-auth@.service': [
      'INTERNAL_TOKEN_SECRET',
      'DATABASE_URL_AUTH',
      'AUTH_SIGNING_KEY',
      'ADMIN_EMAIL',
      'ADMIN_PASSWORD',
    ],
    'bookstore-catalog@.service': ['INTERNAL_TOKEN_SECRET', 'DATABASE_URL_CATALOG'],
    'bookstore-purchase@.service': ['INTERNAL_TOKEN_SECRET', 'DATABASE_URL_PURCHASE'],
    'bookstore-worker@.service': ['INTERNAL_TOKEN_SECRET', 'DATABASE_URL_PURCHASE'],
  });
  for (const name of [...ofServices, 'bookstore-migrate@.service', 'bookstore-invariants.service'])
    for (const secret of secretsOf(name))
      expect(valuesOf(name, 'Environment')).toContain(`${secret}_FILE=%d/${secret}`);
});

test('whoever has other secrets is another user, and nobody is root', () => {
  const secretsByUser = new Map<string, string>();
  for (const name of [...ofServices, 'bookstore-migrate@.service', 'bookstore-invariants.service']) {
    const [user = 'root'] = valuesOf(name, 'User');
    const secrets = secretsOf(name).join();
    expect(user).toMatch(/^bookstore-/);
    expect(secretsByUser.get(user) ?? secrets).toBe(secrets);
    secretsByUser.set(user, secrets);
  }
});

test('every program that runs for long can write nothing but what it must, and gains no rights', () => {
  for (const name of [...ofServices, 'bookstore-invariants.service']) {
    expect(valuesOf(name, 'ProtectSystem')).toEqual(['strict']);
    expect(valuesOf(name, 'CapabilityBoundingSet')).toEqual(['']);
    expect(valuesOf(name, 'NoNewPrivileges')).toEqual(['yes']);
    expect(valuesOf(name, 'Restart')).toEqual(['always']);
  }
  const writers = ofServices.filter(name => valuesOf(name, 'ReadWritePaths').length > 0);
  expect(writers).toEqual(['bookstore-catalog@.service', 'bookstore-gateway@.service']);
});

test('the target wants every process', () => {
  const wanted = valuesOf('bookstore.target', 'Wants').join(' ').split(' ');
  expect(wanted).toEqual(expect.arrayContaining(processes.map(({ unit: name }) => name)));
});
