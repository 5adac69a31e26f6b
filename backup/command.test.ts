import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { freePort } from '../deploy/local/free-port.ts';
import { migrateDatabases } from '../deploy/local/migrate.ts';
import { places, projectFolder } from '../deploy/local/places.ts';
import { subgraphs } from '../runtime/services.ts';
import { changeUrls, LoggingServer } from '../testing/logging-server.ts';

// The commands `npm run backup` and `npm run restore`, as they are run.

const archive = join(places.data, 'test', 'backups-by-command');
const patienceMilliseconds = 60_000;

let server: LoggingServer;
let sources: Record<string, string>;
let targets: Record<string, string>;

const settingsOf = (prefix: string, urls: DatabaseUrls) =>
  Object.fromEntries(subgraphs.map(name => [`${prefix}_${name.toUpperCase()}`, urls[name]]));

beforeAll(async () => {
  rmSync(archive, { recursive: true, force: true });
  server = await LoggingServer.start('commands');
  const databases = await server.databases('kept');
  const environment = { ...process.env, ...settingsOf('DATABASE_URL', databases) };
  await migrateDatabases(environment, new AbortController().signal);
  sources = settingsOf('BACKUP_DATABASE_URL', await changeUrls(databases, url => server.forBackups(url)));
  targets = settingsOf(
    'RESTORE_DATABASE_URL',
    await changeUrls(await server.databases('anew'), url => server.forRestores(url)),
  );
});

afterAll(() => server.stop());

const start = (command: 'backup' | 'restore', words: string[], settings: Record<string, string>) => {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [`${command}/main.ts`, ...words], {
    cwd: projectFolder,
    env: { PATH, HOME, BACKUP_DIR: archive, ...settings },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk));
  const ended = once(child, 'close').then(([code]) => ({ code, output }));
  return { child, ended, read: () => output };
};

const run = (command: 'backup' | 'restore', ...words: string[]) =>
  start(command, words, command === 'backup' ? sources : targets).ended;

test('before there is a backup', async () => {
  expect(await run('backup', '--list')).toEqual({ code: 0, output: `There is no backup in ${archive}.\n` });
  expect(await run('backup', '--check')).toEqual({ code: 1, output: `there is no backup in ${archive}\n` });
  const { code, output } = await run('restore', '--to', 'latest');
  expect(output).toContain(`The store cannot be restored: There is no backup in ${archive}. (BACKUP_DIR)`);
  expect(code).toBe(1);
});

test('there and back', async () => {
  const taken = await run('backup');
  expect(taken.output).toMatch(
    /^20\S+Z is in .*\.\nIt took [\d.]+ s\.\n20\S+Z {2}any time until 20\S+Z {2}[\d,]+ rows/,
  );
  expect(taken.code).toBe(0);
  expect((await run('backup', '--logs')).code).toBe(0);
  expect((await run('backup', '--list')).output).toMatch(/^20\S+Z {2}any time until 20\S+Z/);
  expect(await run('backup', '--verify')).toEqual({ code: 0, output: 'All of it is sound.\n' });
  expect(await run('backup', '--check')).toEqual({ code: 0, output: 'The backup is up to date.\n' });

  const { code, output } = await run('restore', '--to', 'latest');
  expect(output).toMatch(
    /^looking .*\nfilling .*\ndoing again .*\nmigrating .*\nbringing .*\nasking the oracle .*\nThe store is restored, in \d+ s\. Start it/ms,
  );
  expect(code).toBe(0);
  const again = await run('restore', '--to', 'latest');
  expect(again.output).toMatch(/is not empty \(\d+ tables\)\..*--overwrite/);
  expect(again.code).toBe(1);
  expect((await run('restore', '--to', 'latest', '--only', 'catalog', '--overwrite')).code).toBe(0);
  const reconciled = await run('restore', '--reconcile');
  expect(reconciled.output).toMatch(/^migrating .*bringing .*0 reservations/s);
  expect(reconciled.code).toBe(0);
});

test('--every: stays, copies what is written within seconds, takes snapshots, and ends well', async () => {
  rmSync(archive, { recursive: true, force: true });
  const { child, ended, read } = start('backup', ['--every', '1'], sources);
  const deadline = Date.now() + patienceMilliseconds;
  while (!read().includes('took a snapshot') && Date.now() < deadline) await delay(100);
  const other = await run('backup', '--logs');
  expect(other.output).toContain('Another backup is at work');
  const before = Date.now();
  const isCopied = async () => {
    const { output } = await run('backup', '--list');
    return Date.parse(/any time until (\S+)/.exec(output)?.[1] ?? '') >= before;
  };
  while (!(await isCopied()) && Date.now() < deadline) await delay(200);
  expect(await isCopied()).toBe(true);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0 });
  expect((await run('backup', '--verify')).output).toBe('All of it is sound.\n');
});

test.each([
  ['backup', ['--every', 'day'], 'the settings are wrong'],
  ['backup', ['--list', '--verify'], 'Say one thing at a time.'],
  ['backup', ['--everything'], "Unknown option '--everything'"],
  ['restore', [], 'Say either --to, what is to be restored, or --reconcile.'],
  ['restore', ['--to', 'latest', '--reconcile'], 'Say either --to'],
  ['restore', ['--to', 'latest', '--only', 'orders'], '--only orders: there are auth, catalog and purchase.'],
] as const)('npm run %s -- %j: says what is wrong', async (command, words, message) => {
  const { code, output } = await run(command, ...words);
  expect(output.toLowerCase()).toContain(message.toLowerCase());
  expect(code).toBe(1);
});

test('settings: all mistakes at once; a database that is not there: whose, and why', async () => {
  const { BACKUP_DATABASE_URL_AUTH: auth = '' } = sources;
  const partly = await start('backup', [], { BACKUP_DATABASE_URL_AUTH: auth, BACKUP_KEEP_DAYS: '0' }).ended;
  expect(partly.output).toMatch(/BACKUP_KEEP_DAYS: must be from 1/);
  const missing = await start('backup', [], { BACKUP_DATABASE_URL_AUTH: auth }).ended;
  expect(missing.output).toMatch(/BACKUP_DATABASE_URL_CATALOG.*\n.*BACKUP_DATABASE_URL_PURCHASE/);
  const restore = await start('restore', ['--to', 'latest'], {}).ended;
  expect(restore.output).toMatch(/RESTORE_DATABASE_URL_AUTH.*\n.*CATALOG.*\n.*PURCHASE/);
  const gone = `mysql://nobody:nothing@127.0.0.1:${await freePort()}/nothing`;
  const unreachable = await start('backup', [], { ...sources, BACKUP_DATABASE_URL_CATALOG: gone }).ended;
  expect(unreachable.output).toMatch(
    /The backup failed: The database of catalog cannot be reached: .*ECONNREFUSED/,
  );
  expect([partly.code, missing.code, restore.code, unreachable.code]).toEqual([1, 1, 1, 1]);
});
