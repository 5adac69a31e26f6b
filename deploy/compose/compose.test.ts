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
