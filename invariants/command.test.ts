import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, expect, test } from '@jest/globals';
import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { freePort } from '../deploy/local/free-port.ts';
import { migrateDatabases } from '../deploy/local/migrate.ts';
import { projectFolder } from '../deploy/local/places.ts';
import { databaseSetting, subgraphs } from '../runtime/services.ts';
import { createTestDatabases, runAsAdministrator } from '../testing/test-databases.ts';
import { invariantNames } from './invariants.ts';
import { openDatabases } from './open-databases.ts';

const stray = '01a1fc24-2252-767d-894b-46946694e305';

let databases: DatabaseUrls;

const environment = (urls: Partial<DatabaseUrls>): Record<string, string> =>
  Object.fromEntries(
    subgraphs.flatMap(name => {
      const url = urls[name];
      return url ? [[databaseSetting(name), url]] : [];
    }),
  );

beforeAll(async () => {
  databases = await createTestDatabases('oracle');
  const settings = { ...process.env, ...environment(databases) };
  await migrateDatabases(settings, new AbortController().signal);
});

const start = (words: string[], settings: Record<string, string>) => {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['invariants/main.ts', ...words], {
    cwd: projectFolder,
    env: { PATH, HOME, ...settings },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk));
  const ended = once(child, 'close').then(([code]) => ({ code, output }));
  return { child, ended };
};

const run = (words: string[], settings = environment(databases)) => start(words, settings).ended;

/** Runs some work on a store with copies set aside for nothing. */
async function withStrayReservation<Result>(work: () => Promise<Result>): Promise<Result> {
  const table = `${new URL(databases.catalog).pathname.slice(1)}.stock_reservation`;
  await runAsAdministrator(
    `INSERT INTO ${table} (purchase_id, status, created_at, updated_at) VALUES ('${stray}', 'RESERVED', NOW(3), NOW(3))`,
  );
  try {
    return await work();
  } finally {
    await runAsAdministrator(`DELETE FROM ${table} WHERE purchase_id = '${stray}'`);
  }
}

test('a sound store: a line for each invariant, exit 0', async () => {
  const { code, output } = await run([]);
  expect(output).toMatch(/^✓ copies_add_up, 0 books: copies on hand/m);
  expect(output).toMatch(/^Sound: all \d+ invariants hold\./m);
  expect(code).toBe(0);
});

test('one that is not: what, which, what is seen and what should be, exit 1', async () => {
  const { code, output } = await withStrayReservation(() => run([]));
  expect(output).toContain('✗ reservation_has_its_purchase, 1 reservations');
  expect(output).toContain(
    `reservation_has_its_purchase ${stray}: a reservation RESERVED; should be: a purchase of that id`,
  );
  expect(code).toBe(1);
});

test('--prometheus: its counts as metrics, with the same exit code', async () => {
  const { code, output } = await withStrayReservation(() => run(['--prometheus']));
  expect(output).toContain('bookstore_invariant_violations{invariant="reservation_has_its_purchase"} 1');
  expect(output).toContain('bookstore_invariant_violations{invariant="copies_add_up"} 0');
  expect(output).toContain('bookstore_reservations{status="RESERVED"} 1');
  expect(output).toContain('bookstore_outbox_undelivered{subgraph="purchase"} 0');
  expect(code).toBe(1);
});

test('--record: what it found, or why it could not look, is there for administrators; without it nothing is', async () => {
  const report = async () => {
    const table = `${new URL(databases.purchase).pathname.slice(1)}.invariants_report`;
    const [row] = await runAsAdministrator(
      `SELECT failure, invariants, TIMESTAMPDIFF(SECOND, checked_at, stale_at) AS fresh FROM ${table}`,
    );
    return row && { ...row, invariants: JSON.parse(String(row.invariants)) };
  };
  await run([]);
  expect(await report()).toBeUndefined();
  expect((await withStrayReservation(() => run(['--record']))).code).toBe(1);
  const found = await report();
  expect(found).toMatchObject({ failure: null, fresh: 7230 });
  expect(found?.invariants).toHaveLength(invariantNames.length);
  expect(found?.invariants).toContainEqual({
    name: 'reservation_has_its_purchase',
    about: 'each belongs to a purchase',
    checked: 1,
    violated: 1,
    violations: [{ subject: stray, seen: 'a reservation RESERVED', expected: 'a purchase of that id' }],
  });
  const gone = { ...databases, auth: `mysql://nobody:nothing@127.0.0.1:${await freePort()}/nothing` };
  expect((await run(['--record'], environment(gone))).code).toBe(2);
  expect(await report()).toMatchObject({ failure: expect.stringMatching(/ECONNREFUSED/), invariants: [] });
});

test('a database that cannot be reached: the reason, exit 2', async () => {
  const gone = { ...databases, auth: `mysql://nobody:nothing@127.0.0.1:${await freePort()}/nothing` };
  const { code, output } = await run([], environment(gone));
  expect(output).toMatch(/^The store cannot be checked: .*ECONNREFUSED/);
  expect(code).toBe(2);
});

test('a database server that takes connections and says nothing: exit 2 too', async () => {
  const silent = createServer();
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  const port = typeof address === 'object' ? address?.port : 0;
  try {
    const hung = { ...databases, catalog: `mysql://nobody:nothing@127.0.0.1:${port}/nothing` };
    const { code, output } = await run([], environment(hung));
    expect(output).toMatch(/^The store cannot be checked: .*TIMEDOUT/);
    expect(code).toBe(2);
  } finally {
    silent.close();
  }
});

test('a statement that takes too long is given up, and the next one is answered', async () => {
  const opened = openDatabases(databases, 500);
  try {
    await expect(opened.read('auth', 'SELECT SLEEP(20)')).rejects.toThrow(/timeout/);
    expect(await opened.read('auth', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  } finally {
    await opened.close();
  }
});

test('wrong settings: all of them at once, exit 1', async () => {
  const { auth } = databases;
  const settings = { ...environment({ auth }), RECOVERY_SECONDS: 'soon', LOG_LEVEL: 'loud' };
  const { code, output } = await run(['--port', '0', '--every', 'never'], settings);
  for (const name of ['RECOVERY_SECONDS', 'LOG_LEVEL', 'METRICS_PORT', '--every'])
    expect(output).toContain(`  - ${name}: must be`);
  expect(code).toBe(1);
  const partly = await run([], environment({ auth }));
  expect(partly.output).toMatch(/DATABASE_URL_CATALOG: is not set[\s\S]*DATABASE_URL_PURCHASE: is not set/);
  expect([partly.code, (await run(['--evry'])).code]).toEqual([1, 1]);
});

test('--every: stays, answers GET /metrics and /health, tells when a database is gone, and ends by SIGTERM', async () => {
  const port = await freePort();
  const { child, ended } = start(['--every', '1', '--port', String(port)], environment(databases));
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
  const until = async (text: string) => {
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; await delay(100)) {
      const answer = await ask('/metrics');
      if ((await answer?.text())?.includes(text)) return answer?.status;
    }
    throw new Error(`GET /metrics does not tell ${text}`);
  };
  const violations = 'bookstore_invariant_violations{invariant="reservation_has_its_purchase"}';
  expect(await until(`${violations} 0`)).toBe(200);
  expect((await ask('/health'))?.status).toBe(200);
  const recorded = async () => {
    const table = `${new URL(databases.purchase).pathname.slice(1)}.invariants_report`;
    const select = `SELECT 1 FROM ${table} WHERE stale_at = checked_at + INTERVAL 32 SECOND AND failure IS NULL`;
    return (await runAsAdministrator(select)).length === 1;
  };
  for (const deadline = Date.now() + 20_000; Date.now() < deadline && !(await recorded()); ) await delay(100);
  expect(await recorded()).toBe(true);
  expect(await withStrayReservation(() => until(`${violations} 1`))).toBe(200);
  expect(await until(`${violations} 0`)).toBe(200);

  const auth = new URL(databases.auth).username;
  await runAsAdministrator(`ALTER USER '${auth}'@'%' ACCOUNT LOCK`);
  try {
    expect(await until('locked')).toBe(503);
  } finally {
    await runAsAdministrator(`ALTER USER '${auth}'@'%' ACCOUNT UNLOCK`);
  }
  expect(await until(`${violations} 0`)).toBe(200);
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

test('it can write nothing: every write of its connections is refused', async () => {
  const opened = openDatabases(databases);
  try {
    for (const subgraph of subgraphs)
      await expect(opened.read(subgraph, 'DELETE FROM outbox_event')).rejects.toThrow(/READ ONLY/);
  } finally {
    await opened.close();
  }
});
