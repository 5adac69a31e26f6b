import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { pages } from './pages.ts';

const client = join(import.meta.dirname, 'dist/client');
const budgetKilobytes = 150;
const styleBudgetKilobytes = 10;

type Manifest = Record<string, { file: string; imports?: string[] } | undefined>;
const manifest: Manifest = JSON.parse(readFileSync(join(client, 'manifest.json'), 'utf8'));

function scriptsOf(source: string, found = new Set<string>()): Set<string> {
  const made = manifest[source];
  if (!made) throw new Error(`${source} was not built.`);
  found.add(made.file);
  for (const imported of made.imports ?? []) scriptsOf(imported, found);
  return found;
}

const kilobytes = (file: string) => gzipSync(readFileSync(join(client, file)), { level: 9 }).length / 1000;

test.each(pages.map(({ file }) => file))('the first load of %s is within the budget, by gzip', file => {
  const scripts = [...scriptsOf('index.html'), ...scriptsOf(file)];
  const total = [...new Set(scripts)].reduce((sum, script) => sum + kilobytes(script), 0);
  expect(total).toBeLessThan(budgetKilobytes);
});

test('the styles, which every first load has all of, are within the budget, by gzip', () => {
  const html = readFileSync(join(client, 'index.html'), 'utf8');
  const styles = Array.from(
    html.matchAll(/<link rel="stylesheet"[^>]* href="\/shop\/([^"]+)"/g),
    ([, file = '']) => file,
  );
  expect(styles).toHaveLength(1);
  expect(styles.reduce((sum, style) => sum + kilobytes(style), 0)).toBeLessThan(styleBudgetKilobytes);
});
