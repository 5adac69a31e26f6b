import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { dependenciesAreCurrent, projectNodeIn, stampDependencies } from './dependencies-current.mjs';

const packages = {
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b-for-another-system': { version: '2.0.0', optional: true },
};
const record = 'node_modules/.package-lock.json';
let root = '';

function write(file: string, content: object): void {
  writeFileSync(join(root, file), JSON.stringify({ packages: content }));
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dependencies '));
  mkdirSync(join(projectNodeIn(root), '..'), { recursive: true });
  writeFileSync(projectNodeIn(root), '');
  write('package-lock.json', { '': {}, ...packages });
});

afterEach(() => rmSync(root, { recursive: true }));

test('an install of ours counts until package-lock.json is another', () => {
  expect(dependenciesAreCurrent(root)).toBe(false);
  write(record, { 'node_modules/whatever': { version: '1.0.0' } });
  stampDependencies(root);
  expect(dependenciesAreCurrent(root)).toBe(true);
  write('package-lock.json', { '': {}, ...packages, 'node_modules/c': { version: '1.0.0' } });
  expect(dependenciesAreCurrent(root)).toBe(false);
});

test('an install by hand counts when it is what package-lock.json says', () => {
  write(record, { 'node_modules/a': packages['node_modules/a'] });
  expect(dependenciesAreCurrent(root)).toBe(true);
});

test.each([
  { 'node_modules/a': { version: '1.0.1' } },
  { 'node_modules/b-for-another-system': { version: '2.0.0' } },
  { ...packages, 'node_modules/more': { version: '1.0.0' } },
])('another tree does not count, even after an install of ours: %j', content => {
  stampDependencies(root);
  write(record, content);
  utimesSync(join(root, record), new Date(), new Date(Date.now() + 60_000));
  expect(dependenciesAreCurrent(root)).toBe(false);
});

test('without the Node of the project nothing counts', () => {
  write(record, packages);
  stampDependencies(root);
  rmSync(projectNodeIn(root));
  expect(dependenciesAreCurrent(root)).toBe(false);
});
