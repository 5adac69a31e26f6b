import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { projectFolder } from '../deploy/local/places.ts';

const read = (file: string): string => readFileSync(join(projectFolder, file), 'utf8');
const entry = z.looseObject({
  hasInstallScript: z.boolean().optional(),
  integrity: z.string().optional(),
  optional: z.boolean().optional(),
  inBundle: z.boolean().optional(),
});
const lock = z.object({
  packages: z.record(z.string(), entry),
});

/** Folders with a lockfile of their own. */
const folders = ['bench/peers/', 'deploy/aws/', 'deploy/kubernetes/', 'load/lighthouse/'];

/** The packages of a lockfile that would run something while they are installed. */
const scriptedIn = (file: string): string[] =>
  Object.entries(lock.parse(JSON.parse(read(file))).packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));

const manifest = z.object({ allowScripts: z.record(z.string(), z.boolean()).default({}) });

test.each(['', ...folders])(
  'of all packages the one that brings Node alone may run something while it is installed: %spackage.json',
  folder => {
    const { allowScripts } = manifest.parse(JSON.parse(read(`${folder}package.json`)));
    const allowed = Object.keys(allowScripts).filter(name => allowScripts[name]);
    expect(allowed).toEqual(folder === '' ? ['node'] : []);
    const scripted = [...new Set(scriptedIn(`${folder}package-lock.json`))];
    expect(Object.keys(allowScripts).sort()).toEqual(scripted.sort());
  },
);

test.each([
  ['deploy/Dockerfile', /\bnpm ci\b.*/g],
  ['deploy/vm/steps/release.sh', / ci "\$@".*/g],
])('%s has no package run anything', (file, installs) => {
  const found = read(file).match(installs) ?? [];
  expect(found.length).toBeGreaterThan(0);
  for (const install of found) expect(install).toContain('--ignore-scripts');
});

test('nor has the launcher', () => {
  expect(read('deploy/local/install-dependencies.mjs')).toMatch(
    /const npmInstall = \[[^\]]*'--ignore-scripts',[^\]]*\]/,
  );
});

test.each(['', ...folders])('what %spackage-lock.json wants on every machine has a sum', folder => {
  const { packages } = lock.parse(JSON.parse(read(`${folder}package-lock.json`)));
  const without = Object.entries(packages).filter(
    ([path, { integrity, optional, inBundle }]) => path !== '' && !integrity && !optional && !inBundle,
  );
  expect(Object.keys(packages).length).toBeGreaterThan(10);
  expect(without.map(([path]) => path)).toEqual([]);
});
