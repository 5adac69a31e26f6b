import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectFolder } from '../../deploy/local/places.ts';

const update = z.object({ 'package-ecosystem': z.string(), directories: z.array(z.string()) });
const { updates } = z
  .looseObject({ updates: z.array(update) })
  .parse(parse(readFileSync(join(projectFolder, '.github', 'dependabot.yml'), 'utf8')));

test.each([
  ['npm', 'package-lock.json'],
  ['docker', 'Dockerfile'],
  ['docker-compose', 'docker-compose.yml'],
])('Dependabot looks after the %s packages of every folder that has a %s', (ecosystem, file) => {
  const found = globSync(`**/${file}`, {
    cwd: projectFolder,
    exclude: name => ['node_modules', '.data'].includes(name),
  });
  const folders = found.map(path => (dirname(path) === '.' ? '/' : `/${dirname(path)}`));
  const looked = updates.find(each => each['package-ecosystem'] === ecosystem)?.directories;
  expect(looked?.toSorted()).toEqual(folders.toSorted());
});

test('Dependabot looks after the actions that workflows and actions use', () => {
  const looked = updates.find(each => each['package-ecosystem'] === 'github-actions')?.directories;
  expect(looked).toEqual(['/', '/.github/actions/*']);
});
