import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { findCommand } from '../image/commands.ts';
import { places } from '../local/places.ts';
import { entryOf } from './entry-of.ts';
import { hashInputs } from './inputs.ts';
import { findBundle, holdBundle, inputsOfNewest, removeOldBundles } from './kept-bundles.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookstore-bundles-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

test('a bundle is another one as soon as a source, a package or a setting of the compiler changes', () => {
  const hash = () => hashInputs(['a.ts', 'b.ts'], folder);
  const inputs = [
    ...['a.ts', 'b.ts', 'package.json', 'package-lock.json', 'node_modules/.package-lock.json'],
    ...['tsconfig.json', 'deploy/bundle/bundle-programs.ts'],
  ];
  for (const name of inputs) mkdirSync(dirname(join(folder, name)), { recursive: true });
  for (const name of inputs) write(name, 'as it was');
  const before = hash();
  write('of-no-concern.ts', 'new');
  expect(hash()).toBe(before);
  for (const name of inputs) {
    write(name, 'changed');
    expect(hash()).not.toBe(before);
    write(name, 'as it was');
    expect(hash()).toBe(before);
  }
  rmSync(join(folder, 'b.ts'));
  expect(hash()).not.toBe(before);
});

test('the sources that are looked at are all that went in', () => {
  entryOf('gateway');
  expect(findBundle()).toBeDefined();
  expect(inputsOfNewest()).toEqual(
    expect.arrayContaining([
      findCommand('gateway')?.entry,
      findCommand('migrate')?.entry,
      'deploy/image/commands.ts',
      'runtime/permissions.ts',
      'runtime/services.ts',
      'subgraphs/catalog/migrations.ts',
    ]),
  );
});

test('old bundles go, but for the newest and those that a process runs', () => {
  const bundles = ['1', '2', '3', '4', '5', '6'].map(name => join(folder, name));
  for (const [age, bundle] of bundles.entries()) {
    mkdirSync(bundle);
    if (bundle.endsWith('5')) holdBundle(bundle);
    utimesSync(bundle, 0, 1_000_000 - age);
  }
  // Of a process that has ended.
  mkdirSync(join(folder, '6', 'users'));
  writeFileSync(join(folder, '6', 'users', '1'), JSON.stringify([{ pid: 1, identity: 'of an earlier one' }]));
  utimesSync(join(folder, '6'), 0, 1);
  const [leftOver, underWay] = [join(folder, '.making-1'), join(folder, '.making-2')];
  for (const each of [leftOver, underWay]) mkdirSync(each);
  utimesSync(leftOver, 0, 1);
  removeOldBundles(folder);
  expect([leftOver, underWay].filter(existsSync)).toEqual([underWay]);
  expect(bundles.filter(existsSync)).toEqual(['1', '2', '3', '5'].map(name => join(folder, name)));
});

test('a bundle that is started from is the newest one; of one that has gone nothing is made', () => {
  const [bundle, gone] = [join(folder, 'used'), join(folder, 'gone')];
  // As one that was held before: whoever holds it changes nothing in the folder itself.
  mkdirSync(join(bundle, 'users'), { recursive: true });
  utimesSync(bundle, 0, 1);
  holdBundle(bundle);
  expect(Date.now() - statSync(bundle).mtimeMs).toBeLessThan(60_000);
  expect(() => holdBundle(gone)).toThrow('ENOENT');
  expect(existsSync(gone)).toBe(false);
});

test('the bundle that runs is held', () => {
  const entry = entryOf('worker');
  expect(existsSync(join(entry, '..', 'users', String(process.pid)))).toBe(true);
  expect(entry.startsWith(places.bundles)).toBe(true);
});
