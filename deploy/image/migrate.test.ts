import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { databaseSetting, migrationSetting, type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { unfinishedTable } from '../../runtime/unfinished-restore.ts';
import { schemas } from '../../subgraphs/schemas.ts';
import { createTestDatabases, runAsAdministrator } from '../../testing/test-databases.ts';
import { databaseStatements } from '../local/database-statements.ts';
import type { DatabaseUrls } from '../local/databases.ts';
import { runNode } from '../local/run-node.ts';

const patienceMilliseconds = 60_000;

const environmentOf = (urls: DatabaseUrls) =>
  Object.fromEntries(subgraphs.map(name => [databaseSetting(name), urls[name]]));

function migrate(urls: Record<string, string>, ...words: string[]) {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const environment = { PATH, NODE_COMPILE_CACHE, ...urls };
  return runNode(['deploy/image/run.ts', 'migrate', ...words], { environment });
}

async function ask(url: string, statement: string): Promise<RowDataPacket[]> {
  const connection = await createConnection(url);
  try {
    return (await connection.query<RowDataPacket[]>(statement))[0];
  } finally {
    await connection.end();
  }
}

/** Whether a database has all its migrations. */
async function isNew(name: SubgraphName, url: string): Promise<boolean> {
  const [there] = await ask(url, "SHOW TABLES LIKE 'migration'");
  if (!there) return false;
  const [row] = await ask(url, 'SELECT COUNT(*) AS done FROM migration');
  return row?.done === schemas[name].migrations.length;
}

async function newOnes(urls: DatabaseUrls): Promise<SubgraphName[]> {
  const found: SubgraphName[] = [];
  for (const name of subgraphs) if (await isNew(name, urls[name])) found.push(name);
  return found;
}

test('side by side: a database that another migrate is at holds up no other', async () => {
  const urls = await createTestDatabases('migrate');
  const other = await createConnection(urls.auth);
  await other.query("SELECT GET_LOCK(CONCAT(DATABASE(), '.migrate'), 0)");
  const running = migrate(environmentOf(urls));
  const deadline = Date.now() + patienceMilliseconds;
  while ((await newOnes(urls)).length < 2 && Date.now() < deadline) await delay(50);
  expect(await newOnes(urls)).toEqual(['catalog', 'purchase']);
  await other.end();
  expect(await running).toMatchObject({ code: 0 });
  expect(await newOnes(urls)).toEqual([...subgraphs]);
  const again = await migrate(environmentOf(urls));
  expect(again).toMatchObject({ code: 0, output: expect.not.stringContaining('auth: ') });
});

test('says which databases failed and why, exits 1, and brings the others to their schema', async () => {
  const urls = await createTestDatabases('migrate_bad');
  await ask(urls.auth, `CREATE TABLE ${unfinishedTable} (id INT)`);
  const denied = new URL(urls.catalog);
  denied.password = 'wrong';
  const { code, output } = await migrate(environmentOf({ ...urls, catalog: denied.href }));
  expect(code).toBe(1);
  expect(output.split('\n').filter(line => line.includes('failed'))).toEqual([
    expect.stringMatching(/^migrating the database of auth failed: A restore .* did not come to its end/),
    expect.stringMatching(/^migrating the database of catalog failed: .*denied/i),
  ]);
  expect(await newOnes(urls)).toEqual(['purchase']);
});

test('a wrong setting, or a word too many: nothing is changed', async () => {
  const urls = await createTestDatabases('migrate_not');
  const wrong = { ...environmentOf(urls), [databaseSetting('purchase')]: 'postgres://elsewhere' };
  expect(await migrate(wrong)).toMatchObject({
    code: 1,
    output: expect.stringContaining('DATABASE_URL_PURCHASE: must look like'),
  });
  expect(await migrate(environmentOf(urls), 'catalog')).toMatchObject({
    code: 2,
    output: expect.stringContaining('migrate takes no words'),
  });
  expect(await newOnes(urls)).toEqual([]);
});

test('tells that services may do everything; once another user migrates, they may no more', async () => {
  const urls = await createTestDatabases('migrate_by');
  expect(await migrate(environmentOf(urls))).toMatchObject({
    code: 0,
    output: expect.stringContaining("The services' database user migrates purchase"),
  });
  await ask(urls.auth, 'ALTER TABLE audit_entry ADD COLUMN more INT NULL');
  const user = 'test_migrate_other';
  const migrations = subgraphs.map(name => {
    const url = new URL(urls[name]);
    const access = { database: url.pathname.slice(1), user, from: '%', password: 'its own' };
    const statements = databaseStatements({ ...access, rights: 'all and grant' });
    return {
      setting: migrationSetting(name),
      statements,
      url: Object.assign(url, { username: user, password: 'its own' }),
    };
  });
  for (const { statements } of migrations)
    for (const statement of statements) await runAsAdministrator(statement);
  const others = Object.fromEntries(migrations.map(({ setting, url }) => [setting, url.href]));
  expect(await migrate({ ...environmentOf(urls), ...others })).toMatchObject({
    code: 0,
    output: expect.not.stringContaining('database user migrates'),
  });
  for (const statement of ['ALTER TABLE audit_entry DROP COLUMN more', 'DELETE FROM audit_entry'])
    await expect(ask(urls.auth, statement)).rejects.toThrow(/denied/);
  await ask(urls.auth, 'DELETE FROM outbox_event WHERE FALSE');
});
