import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { gatewaySettings } from '../../gateway/env.ts';
import { databaseSettings } from '../../runtime/database-settings.ts';
import { createHttpServer } from '../../runtime/http-server.ts';
import { createLogger } from '../../runtime/logger.ts';
import { serviceNames, subgraphs } from '../../runtime/services.ts';
import { parseSettings } from '../../runtime/settings.ts';
import { sizes } from './sizes.ts';
import { stopSeconds } from './store/user-data.ts';

const secret = 'a secret of more than thirty-two characters';

function valuesOf<Shape extends Parameters<typeof parseSettings>[0]>(shape: Shape) {
  const result = parseSettings(shape, { INTERNAL_TOKEN_SECRET: secret, NODE_ENV: 'production' });
  if ('mistakes' in result) throw new Error(result.mistakes.join('\n'));
  return result.settings;
}

const { DATABASE_POOL_SIZE: poolSize } = valuesOf(databaseSettings);
const { REQUEST_TIMEOUT_MS: requestMilliseconds } = valuesOf(gatewaySettings);

test('the database has connections for all instances there may ever be, also where both readers are gone', () => {
  const instances = Math.ceil((sizes.group.max * sizes.group.maxHealthyPercent) / 100);
  // Each process that has readers watches over them on a connection of its own, to them and to the writer.
  const writer = serviceNames.length - 1;
  const connections = writer * poolSize + subgraphs.length * (poolSize + 2);
  expect(instances * connections).toBeLessThan(sizes.database.maxConnections);
});

test('the gateway keeps an idle connection longer than the balancer does: none is closed while it is used', async () => {
  const app = createHttpServer({
    logger: createLogger('test', 'silent'),
    checks: [],
    trustRequestId: false,
    settings: { MAX_REQUESTS: 1, DRAIN_SECONDS: 0 },
  });
  expect(app.server.keepAliveTimeout).toBeGreaterThan((sizes.balancer.idleSeconds + 5) * 1000);
  await app.close();
});

test('the balancer waits longer than a request may take: before it cuts one off, and before it lets an instance go', () => {
  expect(sizes.balancer.idleSeconds * 1000).toBeGreaterThan(requestMilliseconds);
  expect(sizes.balancer.deregistrationSeconds * 1000).toBeGreaterThan(requestMilliseconds);
});

test('an instance has the time to drain before it is ended: first the gateway, then the others', () => {
  expect(sizes.group.terminateSeconds).toBeGreaterThan(
    sizes.balancer.deregistrationSeconds + 2 * stopSeconds + 60,
  );
});

test('all processes fit into the memory of an instance, with 2 GiB to spare', () => {
  const all = serviceNames.reduce((sum, name) => sum + sizes.memory[name], 0);
  expect(all).toBeLessThanOrEqual(sizes.group.instanceMemory - 2048);
});

test('the group does not swing: with one instance less, what was little is not much', () => {
  const { inPercent, outPercent } = sizes.scaling;
  expect((inPercent * (sizes.group.min + 1)) / sizes.group.min).toBeLessThan(outPercent);
});

test('the README reckons with the instances that there are', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const { group, database, broker } = sizes;
  for (const line of [
    `${group.desired} × ${group.instanceType} ×`,
    `${1 + database.readers} × db.${database.instanceType} ×`,
    `3 × ${broker.instanceType} ×`,
  ])
    expect(readme).toContain(line);
});
