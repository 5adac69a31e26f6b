import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { secretReaders } from '../image/secret-readers.ts';
import { projectFolder } from '../local/places.ts';

const file = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string(),
      command: z.array(z.string()).default([]),
      environment: z.record(z.string(), z.unknown()).default({}),
      volumes: z.array(z.string()).default([]),
      depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
      restart: z.string(),
      mem_limit: z.string().optional(),
      cpus: z.number().optional(),
      healthcheck: z.object({ start_period: z.string() }).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()),
});
const text = readFileSync(join(projectFolder, 'docker-compose.yml'), 'utf8');
const { services, volumes } = file.parse(parse(text, { merge: true }));
const ours = Object.entries(services).filter(([, { image }]) => image === 'bookstore:local');
const withSecrets = ours.filter(([, { volumes }]) => volumes.some(volume => volume.includes('/secrets')));
const readers = withSecrets.filter(([name]) => name !== 'secrets');
const [, maker] = withSecrets.find(([name]) => name === 'secrets') ?? [];

test('each process mounts what is for it alone, and reads no more than that', () => {
  expect(readers.map(([, { command }]) => command[0]).sort()).toEqual(Object.keys(secretReaders).sort());
  for (const [name, { command, environment, volumes: mounted }] of readers) {
    const [reader = ''] = command;
    expect([name, mounted.filter(volume => volume.includes('/secrets'))]).toEqual([
      name,
      [`${reader}-secrets:/secrets/store:ro`],
    ]);
    const named = Object.keys(environment).filter(setting => setting.endsWith('_FILE'));
    const given = secretReaders[reader] ?? [];
    expect([name, named.sort()]).toEqual([name, given.map(setting => `${setting}_FILE`).sort()]);
    for (const setting of named)
      expect(environment[setting]).toContain(`/secrets/store/${setting.replace(/_FILE$/, '')}`);
  }
});

test('all these volumes are filled before any process starts, by who alone sees all of them', () => {
  expect(maker?.command).toEqual(['make-secrets', '/secrets', '--by-reader']);
  expect(maker?.volumes).toEqual([
    'store-secrets:/secrets/store',
    'server-secrets:/secrets/servers',
    ...Object.keys(secretReaders).map(reader => `${reader}-secrets:/secrets/readers/${reader}`),
  ]);
  for (const volume of maker?.volumes ?? []) expect(volumes).toHaveProperty(volume.split(':')[0] ?? '');
});

test('the users are made before migrate needs them, and services start when it has granted them their rights', () => {
  const ended = { condition: 'service_completed_successfully' };
  expect(services.migrate?.depends_on).toEqual({ 'create-databases': ended });
  for (const name of ['auth', 'catalog', 'purchase', 'worker', 'oracle'])
    expect(services[name]?.depends_on.migrate).toEqual(ended);
});

test('no container takes all memory, or all processors, from the others', () => {
  for (const [name, { mem_limit: memory, cpus }] of Object.entries(services))
    expect([name, memory, cpus]).toEqual([name, expect.stringMatching(/^\d+[mg]$/), expect.any(Number)]);
});

test('what stays comes back whenever it ends; a step that can fail is tried again, until it is done', () => {
  const restarts = (policy: string) =>
    Object.keys(services).filter(name => services[name]?.restart === policy);
  expect(restarts('no')).toEqual(['secrets']);
  expect(restarts('on-failure')).toEqual(['copy-catalog-database', 'create-databases', 'migrate', 'seed']);
  const ended = Object.values(services).flatMap(({ depends_on }) =>
    Object.entries(depends_on)
      .filter(([, { condition }]) => condition === 'service_completed_successfully')
      .map(([name]) => name),
  );
  expect(new Set(ended)).toEqual(new Set([...restarts('no'), ...restarts('on-failure')]));
  expect(restarts('unless-stopped')).toHaveLength(Object.keys(services).length - 5);
});

test('everything that stays says how it is: by the image, or here; a slow first start is waited for', () => {
  const isStep = (name: string) => ['no', 'on-failure'].includes(services[name]?.restart ?? '');
  const foreign = Object.entries(services).filter(
    ([name, { image }]) => image !== 'bookstore:local' && !isStep(name),
  );
  const patience = Object.fromEntries(
    foreign.map(([name, { healthcheck }]) => [name, healthcheck?.start_period ?? 'none']),
  );
  expect(patience).toEqual({
    'auth-database': '10m',
    'catalog-database': '10m',
    'purchase-database': '10m',
    'catalog-database-reader': '10m',
    broker: '5m',
    nginx: '30s',
    prometheus: '1m',
    grafana: '2m',
    // Its image has no program that could ask.
    jaeger: 'none',
  });
  expect(readFileSync(join(projectFolder, 'deploy/Dockerfile'), 'utf8')).toMatch(/^HEALTHCHECK /m);
});

test('nobody starts before what it needs answers', () => {
  const healthy = { condition: 'service_healthy' };
  for (const name of ['auth', 'catalog', 'purchase', 'worker'])
    expect([name, services[name]?.depends_on]).toEqual([name, expect.objectContaining({ broker: healthy })]);
  expect(services.gateway?.depends_on).toEqual({
    auth: healthy,
    catalog: healthy,
    purchase: healthy,
    worker: healthy,
  });
  expect(services.nginx?.depends_on.gateway).toEqual(healthy);
  expect(services['create-databases']?.depends_on).toEqual({
    'auth-database': healthy,
    'catalog-database': healthy,
    'purchase-database': healthy,
  });
});
