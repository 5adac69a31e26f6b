import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { serviceNames, services, subgraphs } from '../../runtime/services.ts';
import { projectFolder } from '../local/places.ts';

const secret = z.object({ source: z.string(), target: z.string(), mode: z.number().optional() });
const file = z.object({
  services: z.record(
    z.string(),
    z.object({
      entrypoint: z.array(z.string()).default([]),
      environment: z.record(z.string(), z.string()).default({}),
      volumes: z.array(z.string()).default([]),
      depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
      secrets: z.array(secret).default([]),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()).default({}),
  secrets: z.record(z.string(), z.object({ name: z.string() })).default({}),
});
const read = (path: string) =>
  file.parse(parse(readFileSync(join(projectFolder, path), 'utf8'), { merge: true }));
const compose = read('deploy/compose/internal-tls.yml');
const swarm = read('deploy/swarm/internal-tls.yml');

const folder = '/run/internal-tls';
const urls = Object.fromEntries(
  subgraphs.map(name => [services[name].urlSetting, `https://${name}:${services[name].port}`]),
);

test.each([
  ['compose', compose],
  ['Swarm', swarm],
])(
  'on %s every service has a certificate, calls the others by TLS alone, and can be asked how it is',
  (_, of) => {
    for (const name of serviceNames)
      expect([name, of.services[name]?.environment]).toEqual([
        name,
        { INTERNAL_TLS_DIR: folder, HEALTH_PORT: expect.stringMatching(/^\d+$/), ...urls },
      ]);
    expect(of.services.nginx?.environment).toEqual({ GATEWAY_CA_FILE: `${folder}/ca.crt` });
  },
);

test('on compose each mounts its own alone, once it is made; who only calls has no key', () => {
  const { certificates } = compose.services;
  expect(certificates?.entrypoint.slice(3).toSorted()).toEqual(serviceNames.toSorted());
  for (const [name, { volumes, depends_on }] of Object.entries(compose.services)) {
    if (name === 'certificates') continue;
    const own = serviceNames.some(each => each === name) ? `${name}-tls` : 'tls-public';
    expect([name, volumes]).toEqual([name, [`${own}:${folder}:ro`]]);
    expect(compose.volumes).toHaveProperty(own);
    expect(certificates?.volumes).toContain(`${own}:/internal-tls/${own.replace(/^tls-|-tls$/g, '')}`);
    expect(depends_on.certificates).toEqual({ condition: 'service_completed_successfully' });
  }
});

test('on Swarm each is given its own alone, the key for its user’s eyes; NGINX no key', () => {
  const ca = { source: 'internal-tls-ca', target: `${folder}/ca.crt` };
  for (const name of serviceNames)
    expect(swarm.services[name]?.secrets).toEqual([
      ca,
      { source: `internal-tls-${name}-certificate`, target: `${folder}/tls.crt` },
      { source: `internal-tls-${name}-key`, target: `${folder}/tls.key`, mode: expect.any(Number) },
    ]);
  expect(swarm.services.nginx?.secrets).toEqual([ca]);
  for (const [name, { name: outside }] of Object.entries(swarm.secrets))
    expect(outside).toBe(`bookstore-${name}`);
});
