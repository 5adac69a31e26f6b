import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ringOf } from '../../../runtime/internal-keys.ts';
import { projectFolder } from '../../local/places.ts';

let folder: string;
const secret = (name: string) => readFileSync(join(folder, 'secrets', name), 'utf8').trim();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookstore-vm-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs lines of shell after the steps of install.sh, for a VM whose folders are below `folder`. */
function run(lines: string, ownKeys = '') {
  const script = `set -euo pipefail
for step in ../places.sh secrets.sh database.sh; do source "$HERE/$step"; done
configuration_folder=$FOLDER secrets=$FOLDER/secrets home_folder=$FOLDER/home
source_folder=$PROJECT release=$PROJECT email=me@example.org own_keys=${ownKeys}
run_node() { (cd "$1" && shift && "$NODE" "$@"); }
${lines}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HERE: import.meta.dirname,
      FOLDER: folder,
      PROJECT: projectFolder,
      NODE: process.execPath,
    },
  });
  return { status, stdout, stderr };
}

test('secrets are made once: keys that fit the secret of all, and another user who migrates', () => {
  expect(run('make_secrets')).toMatchObject({ status: 0 });
  for (const service of ['gateway', 'auth', 'catalog', 'purchase'])
    expect(secret(`INTERNAL_TOKEN_KEYS_${service.toUpperCase()}`)).toBe(
      ringOf(secret('INTERNAL_TOKEN_SECRET'), service),
    );
  expect(secret('DATABASE_URL_PURCHASE_MIGRATION')).toMatch(
    /^mysql:\/\/bookstore_migration_purchase:\w{48}@127\.0\.0\.1:3306\/bookstore_purchase$/,
  );
  const all = () => readdirSync(join(folder, 'secrets')).map(name => [name, secret(name)]);
  const before = all();
  rmSync(join(folder, 'secrets', 'INTERNAL_TOKEN_KEYS_AUTH'));
  expect(run('make_secrets')).toMatchObject({ status: 0 });
  expect(all()).toEqual(before);
});

test('of databases elsewhere nobody is made up who changes tables', () => {
  mkdirSync(join(folder, 'secrets'));
  for (const name of ['AUTH', 'CATALOG', 'PURCHASE'])
    writeFileSync(join(folder, 'secrets', `DATABASE_URL_${name}`), 'mysql://u:p@database.example:3306/b\n');
  expect(run('make_secrets')).toMatchObject({ status: 0 });
  expect(secret('DATABASE_URL_CATALOG_MIGRATION')).toBe('');
  expect(existsSync(join(folder, 'secrets', 'BACKUP_DATABASE_URL_CATALOG'))).toBe(false);
});

test('the databases’ SQL takes no right from who is at work, and lets the other user pass rights on', () => {
  run('make_secrets');
  const { status, stdout } = run('database_sql');
  expect(status).toBe(0);
  expect(stdout).not.toMatch(/REVOKE/);
  const grants = stdout.split('\n').filter(line => line.startsWith('GRANT') && line.includes('_catalog`.*'));
  expect(grants).toEqual([
    "GRANT ALL PRIVILEGES ON `bookstore\\_catalog`.* TO 'bookstore_migration_catalog'@'127.0.0.1' WITH GRANT OPTION;",
    "GRANT SELECT ON `bookstore\\_catalog`.* TO 'bookstore_catalog'@'127.0.0.1';",
    expect.stringContaining('bookstore_backup_catalog'),
  ]);
});

test('a new store has keys of its own; one that runs goes on as it does until it is told, and can be', () => {
  const chosen = (ownKeys?: string) => run('choose_keys; echo "$own_keys"', ownKeys);
  expect(chosen()).toMatchObject({ status: 0, stdout: 'yes\n' });
  mkdirSync(join(folder, 'home', 'current', 'deploy', 'vm'), { recursive: true });
  expect(chosen()).toMatchObject({ status: 0, stdout: 'no\n' });
  // The release that serves is of before there were such keys.
  expect(chosen('yes')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('install.sh --own-keys'),
  });
  const former = `check_former_keys "$home_folder/current"`;
  expect(run(former, 'yes')).toMatchObject({ status: 1, stderr: expect.stringContaining('--shared-secret') });
  expect(run(former, 'no')).toMatchObject({ status: 0 });
  writeFileSync(join(folder, 'home', 'current', 'deploy', 'vm', 'internal-keys.ts'), '');
  expect(chosen('yes')).toMatchObject({ status: 0, stdout: 'yes\n' });
  expect(run(former, 'yes')).toMatchObject({ status: 0 });
});
