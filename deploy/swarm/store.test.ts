import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { serviceNames } from '../../runtime/services.ts';

const order = z.object({ order: z.string() });
const stack = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      image: z.string(),
      healthcheck: z.object({ start_period: z.string() }).optional(),
      deploy: z.object({
        mode: z.string().optional(),
        replicas: z.union([z.string(), z.number()]).optional(),
        endpoint_mode: z.literal('dnsrr'),
        placement: z
          .object({
            max_replicas_per_node: z.string().optional(),
            constraints: z.array(z.string()).optional(),
          })
          .optional(),
        update_config: order.extend({
          parallelism: z.number().optional(),
          monitor: z.string(),
          failure_action: z.string(),
          max_failure_ratio: z.number().optional(),
        }),
        rollback_config: order,
        restart_policy: z.object({ condition: z.string() }),
        resources: z.object({
          limits: z.object({ cpus: z.string(), memory: z.string(), pids: z.number().optional() }),
          reservations: z.object({ memory: z.string() }).optional(),
        }),
      }),
    }),
  ),
});
const read = (file: string) =>
  stack.parse(parse(readFileSync(join(import.meta.dirname, file), 'utf8'), { merge: true })).services;
const megabytes = (text = ''): number => Number(/^(\d+)M$/.exec(text)?.[1]);
const store = read('store.yml');
const state = read('databases.yml');
const further = read('backup.yml');

test('every container comes back whenever it ends, and has a limit of memory and processors', () => {
  for (const [name, { deploy }] of Object.entries({ ...store, ...state, ...further })) {
    expect([name, deploy.restart_policy.condition]).toEqual([name, 'any']);
    const { limits } = deploy.resources;
    expect([name, limits.cpus, limits.memory]).toEqual([
      name,
      expect.stringMatching(/^\d+$/),
      expect.stringMatching(/^\d+[MG]$/),
    ]);
  }
});

test('a service has several replicas, each on a node of its own, and less room is kept for one than it may take', () => {
  for (const name of serviceNames) {
    const { replicas, placement, resources } = store[name]?.deploy ?? {};
    expect([name, replicas, placement]).toEqual([
      name,
      `\${REPLICAS:-2}`,
      { max_replicas_per_node: `\${REPLICAS_PER_NODE:-1}` },
    ]);
    expect(megabytes(resources?.reservations?.memory)).toBeLessThan(megabytes(resources?.limits.memory));
  }
  expect(store.oracle?.deploy.replicas).toBe(1);
});

test('an update starts the new one first, one at a time, and the first that fails takes everything back', () => {
  for (const name of [...serviceNames, 'oracle'])
    expect([name, store[name]?.deploy.update_config, store[name]?.deploy.rollback_config.order]).toEqual([
      name,
      {
        order: 'start-first',
        parallelism: 1,
        monitor: '20s',
        failure_action: 'rollback',
        max_failure_ratio: 0,
      },
      'start-first',
    ]);
});

test('NGINX is on each node, where a port belongs to one at a time', () => {
  const { mode, update_config: update, rollback_config: back } = store.nginx?.deploy ?? {};
  expect([mode, update?.order, update?.parallelism, update?.failure_action, back?.order]).toEqual([
    'global',
    'stop-first',
    1,
    'rollback',
    'stop-first',
  ]);
});

test('a database and the broker stay where their disk is, and never run twice over it', () => {
  expect(Object.keys(state)).toEqual(['auth-database', 'catalog-database', 'purchase-database', 'broker']);
  for (const [name, { deploy }] of Object.entries(state)) {
    expect(deploy.placement).toEqual({ constraints: [`node.labels.bookstore.${name} == true`] });
    expect([name, deploy.update_config.order, deploy.rollback_config.order, deploy.replicas]).toEqual([
      name,
      'stop-first',
      'stop-first',
      undefined,
    ]);
  }
});

test('every container says how it is: by the image of the store, or here', () => {
  for (const [name, { image, healthcheck }] of Object.entries({ ...store, ...state }))
    if (!image.includes('BOOKSTORE_IMAGE')) expect([name, healthcheck]).toEqual([name, expect.anything()]);
});

test('the backup is one process beside the databases, never two over the folder, which is on no node', () => {
  const { backup } = further;
  expect(backup?.deploy).toMatchObject({
    replicas: 1,
    update_config: { order: 'stop-first' },
    rollback_config: { order: 'stop-first' },
  });
  const urls = ['AUTH', 'CATALOG', 'PURCHASE'].map(name => `BACKUP_DATABASE_URL_${name}`);
  expect(backup).toMatchObject({
    command: ['backup', '--every', '24'],
    networks: ['databases'],
    secrets: urls,
    environment: {
      BACKUP_DIR: '/backups',
      ...Object.fromEntries(urls.map(name => [`${name}_FILE`, `/run/secrets/${name}`])),
    },
    volumes: expect.arrayContaining(['backups:/backups']),
  });
  const { volumes } = parse(readFileSync(join(import.meta.dirname, 'backup.yml'), 'utf8'));
  expect(volumes.backups.driver_opts.type).toBe('nfs4');
});
