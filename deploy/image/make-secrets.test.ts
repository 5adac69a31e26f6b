import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { internalKeysOf, internalTokenKeys, keysOfSecret } from '../../runtime/internal-keys.ts';
import { projectFolder } from '../local/places.ts';
import { runNode } from '../local/run-node.ts';
import { findCommand } from './commands.ts';
import { keptName, keyOwners, secretReaders } from './secret-readers.ts';

let folder: string;
const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');
const make = () =>
  runNode(['deploy/image/run.ts', 'make-secrets', folder, '--by-reader'], {
    environment: { PATH: process.env.PATH },
  });

/** Every file below the folder, with what is in it. */
const contents = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => statSync(join(folder, path)).isFile())
    .map(path => [path, read(path)]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bookstore-secrets-'));
  expect(await make()).toMatchObject({ code: 0 });
});

afterAll(() => rmSync(folder, { recursive: true }));

test('each command is given what it reads, and nothing else', () => {
  expect(readdirSync(join(folder, 'readers')).sort()).toEqual(Object.keys(secretReaders).sort());
  for (const [reader, settings] of Object.entries(secretReaders)) {
    expect(findCommand(reader)).toBeDefined();
    expect(readdirSync(join(folder, 'readers', reader)).sort()).toEqual([...settings].sort());
    for (const setting of settings)
      expect(read('readers', reader, setting)).toBe(read('store', keptName(reader, setting)));
  }
});

test('no command is given the secret of which all keys are made, and only who makes users an administrator', () => {
  const readersOf = (setting: RegExp) =>
    Object.entries(secretReaders).flatMap(([reader, settings]) =>
      settings.some(name => setting.test(name)) ? [reader] : [],
    );
  expect(readersOf(/^INTERNAL_TOKEN_SECRET$/)).toEqual([]);
  expect(readersOf(/^DATABASE_ADMIN_URL/)).toEqual(['create-databases']);
  expect(readersOf(/_MIGRATION$/)).toEqual(['create-databases', 'migrate']);
});

test('the keys of a service open what is between it and others, and nothing between these', () => {
  const all = keysOfSecret(read('store', 'INTERNAL_TOKEN_SECRET'));
  for (const owner of keyOwners) {
    const own = internalKeysOf({
      INTERNAL_TOKEN_KEYS: internalTokenKeys.parse(
        read('store', `INTERNAL_TOKEN_KEYS_${owner.toUpperCase()}`),
      ),
    });
    for (const sender of keyOwners)
      for (const audience of keyOwners) {
        const expected = [sender, audience].includes(owner) ? all.keyOf(sender, audience) : undefined;
        expect(own.keyOf(sender, audience)?.export()).toEqual(expected?.export());
      }
  }
});

test('the user who migrates is another one than the services’', () => {
  for (const name of ['AUTH', 'CATALOG', 'PURCHASE']) {
    const service = new URL(read('store', `DATABASE_URL_${name}`));
    const migration = new URL(read('store', `DATABASE_URL_${name}_MIGRATION`));
    expect(migration.username).not.toBe(service.username);
    expect(migration.password).not.toBe(service.password);
    expect(migration.host + migration.pathname).toBe(service.host + service.pathname);
    const administrator = new URL(read('store', `DATABASE_ADMIN_URL_${name}`));
    expect([administrator.username, administrator.password]).toEqual([
      'root',
      read('servers', 'root-password'),
    ]);
  }
});

test('what is there stays, and what a store of before lacks is made to fit it', async () => {
  const before = contents();
  for (const name of ['INTERNAL_TOKEN_KEYS_AUTH', 'DATABASE_ADMIN_URL_CATALOG'])
    rmSync(join(folder, 'store', name));
  writeFileSync(join(folder, 'readers', 'gateway', 'INTERNAL_TOKEN_SECRET'), 'of before');
  expect(await make()).toMatchObject({ code: 0 });
  expect(contents()).toEqual(before);
});

test('the image has a folder for each volume that is mounted', () => {
  const dockerfile = readFileSync(join(projectFolder, 'deploy', 'Dockerfile'), 'utf8');
  const [, readers = ''] = /for reader in ([^;]*);/.exec(dockerfile) ?? [];
  expect(readers.split(' ')).toEqual(Object.keys(secretReaders));
});
