import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { pages } from '../pages.ts';
import { isForAnyone } from './for-anyone.ts';

const storefront = join(import.meta.dirname, '..');

const namesIn = (document: object): string[] =>
  'definitions' in document && Array.isArray(document.definitions)
    ? document.definitions.flatMap(({ kind, name }) => (kind === 'OperationDefinition' ? [name.value] : []))
    : [];

/** The names of the operations that stand in the *.generated.ts of some folders. */
async function operationsOf(folders: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const folder of folders) {
    for (const path of globSync('*.generated.ts', { cwd: folder })) {
      const module: Record<string, object> = await import(pathToFileURL(join(folder, path)).href);
      for (const document of Object.values(module)) for (const name of namesIn(document)) found.add(name);
    }
  }
  return [...found];
}

const foldersOf = (isPublic: boolean): string[] =>
  pages
    .filter(page => (page.isPublic ?? false) === isPublic)
    .map(({ file }) => join(storefront, dirname(file)));

const isSentToAnyone = (operationName: string) => isForAnyone({ body: JSON.stringify({ operationName }) });

test('the operations of the pages that are rendered for anyone are for anyone; no other page has one', async () => {
  const [shown, own] = [await operationsOf(foldersOf(true)), await operationsOf(foldersOf(false))];
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter(name => !isSentToAnyone(name))).toEqual([]);
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter(isSentToAnyone)).toEqual([]);
});

test('what is no operation of ours is not', () => {
  expect(isForAnyone({})).toBe(false);
  expect(isForAnyone({ body: '{}' })).toBe(false);
});
