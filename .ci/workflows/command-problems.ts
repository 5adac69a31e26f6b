import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../deploy/local/places.ts';
import { stepsOf } from './workflow.ts';

const notOurs = ['.git', '.data', 'node_modules'];
/** What npm does by itself. */
const npmOwn = new Set(['sbom']);

/** Finds paths below a folder's folders, up to where a variable stands for the rest. */
function pathsBelow(folder: string): RegExp {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !notOurs.includes(entry.name))
    .map(({ name }) => name.replaceAll('.', '\\.'));
  return new RegExp(`(?:^|[\\s"'=/(])((?:${names.join('|')})/[\\w./-]*)`, 'g');
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function pathProblem(folder: string, path: string): string | undefined {
  const file = join(folder, path);
  if (!existsSync(file)) return `there is no ${path}`;
  const isScript = /(^|\/)[\w-]+(\.sh)?$/.test(path) && !path.endsWith('Dockerfile');
  return isScript && !isExecutable(file) ? `${path} cannot be executed` : undefined;
}

/**
 * Which files and npm scripts of the project in `folder` are named in `words`, such as a step's script, but are not
 * there or cannot be executed. One line a problem.
 */
export function wordProblems(words: string, folder = projectFolder): string[] {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const paths = [...words.matchAll(pathsBelow(folder))].map(([, path = '']) => pathProblem(folder, path));
  const npm = [...words.matchAll(/\bnpm (?:run )?([\w-]+)/g)]
    .filter(([, name = '']) => !(name in scripts) && !npmOwn.has(name))
    .map(([, name]) => `there is no npm script ${name}`);
  return [...paths.filter(problem => problem !== undefined), ...npm];
}

/** The same of all steps of a workflow, given as YAML. */
export const commandProblems = (text: string, folder = projectFolder): string[] =>
  stepsOf(text).flatMap(({ run = '', with: inputs }) =>
    wordProblems([run, ...Object.values(inputs)].join('\n'), folder),
  );
