import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../local/places.ts';
import { commandNames, findCommand } from './commands.ts';

const lines = readFileSync(join(projectFolder, '.dockerignore'), 'utf8').split('\n');
const letIn = lines.filter(line => line.startsWith('!')).map(line => line.slice(1));
const keptOut = lines.filter(line => /^[a-z]/.test(line)).map(line => line.replace(/\/\*$/, '/'));

/** Whether .dockerignore lets a file of the project into the image: the longest rule about it decides. */
function isInImage(path: string): boolean {
  const longest = (rules: string[]) =>
    Math.max(0, ...rules.filter(rule => `${path}/`.startsWith(rule)).map(rule => rule.length));
  return !path.endsWith('.test.ts') && longest(letIn) > longest(keptOut);
}

/** The files that a file of the project loads itself, types left out. */
function loadedBy(path: string): string[] {
  const text = readFileSync(join(projectFolder, path), 'utf8');
  const imports = text.matchAll(
    /^(?:import|export)(?! type)[^;]*?from '(\.[^']+)'|(?:^import |import\()'(\.[^']+)'/gm,
  );
  const files = Array.from(imports, ([, from, alone]) => join(dirname(path), from ?? alone ?? ''));
  return files.filter(file => existsSync(join(projectFolder, file)));
}

function closure(entry: string): Set<string> {
  const found = new Set([entry]);
  for (const file of found) for (const next of loadedBy(file)) found.add(next);
  return found;
}

test.each(commandNames)('all that %s loads is in the image', name => {
  const files = closure(findCommand(name)?.entry ?? '');
  expect(Array.from(files).filter(file => !isInImage(file))).toEqual([]);
});

test('all that runs a command, and makes a bundle, is in the image', () => {
  const files = [
    'deploy/image/run.ts',
    ...closure('deploy/image/run-command.ts'),
    ...closure('deploy/bundle/main.ts'),
  ];
  expect(files.filter(file => !isInImage(file))).toEqual([]);
});

test('what is not let in is noticed', () => {
  expect(isInImage('deploy/aws/main.ts')).toBe(false);
  expect(isInImage('chaos/main.ts')).toBe(false);
  expect(isInImage('invariants/measure/main.ts')).toBe(false);
  expect(closure('subgraphs/catalog/main.ts')).toContain('covers/limits.ts');
});
