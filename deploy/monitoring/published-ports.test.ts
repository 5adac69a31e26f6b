import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectFolder } from '../local/places.ts';

const stack = z.object({
  services: z.record(
    z.string(),
    z.object({
      ports: z.array(z.union([z.string(), z.object({ target: z.number() }).loose()])).default([]),
    }),
  ),
});

/** What a stack lets others reach: the ports by the services that have them, as they are written. */
function published(file: string): Record<string, unknown[]> {
  const { services } = stack.parse(parse(readFileSync(join(projectFolder, file), 'utf8'), { merge: true }));
  const ports = Object.entries(services).map(([name, service]) => [
    name,
    service.ports.map(port => (typeof port === 'string' ? port : port.target)),
  ]);
  return Object.fromEntries(ports.filter(([, list]) => list?.length));
}

test('compose lets others reach NGINX, and this machine alone what watches: no process of the store', () => {
  expect(published('docker-compose.yml')).toEqual({
    nginx: [`127.0.0.1:\${HTTP_PORT:-8080}:8080`, `127.0.0.1:\${HTTPS_PORT:-8443}:8443`],
    prometheus: [`127.0.0.1:\${PROMETHEUS_PORT:-9090}:9090`],
    grafana: [`127.0.0.1:\${GRAFANA_PORT:-3000}:3000`],
    jaeger: [`127.0.0.1:\${JAEGER_PORT:-16686}:16686`],
  });
});

test('Swarm lets others reach NGINX alone', () => {
  expect(published('deploy/swarm/store.yml')).toEqual({ nginx: [8080, 8443] });
  expect(published('deploy/swarm/databases.yml')).toEqual({});
});

test('NGINX passes requests to the gateways’ own port alone, not to that of their metrics', () => {
  const folder = join(projectFolder, 'deploy', 'nginx');
  const files = readdirSync(folder).filter(file => file.endsWith('.conf'));
  const texts = files.map(file => readFileSync(join(folder, file), 'utf8'));
  const of = (pattern: RegExp) => texts.flatMap(text => Array.from(text.matchAll(pattern), ([, it]) => it));
  expect(new Set(of(/^\s*proxy_pass (.+);/gm))).toEqual(new Set(['http://gateways']));
  expect(new Set(of(/^\s*server \S+:(\d+)\b/gm))).toEqual(new Set(['4000', '4100']));
});
