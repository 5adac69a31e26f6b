import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../deploy/local/places.ts';
import { secretProblems } from './secret-problems.ts';

// Looks for secrets in every file that git knows, or would be told of: a line each, and exit code 1.

/** Sums of packages, as long and as mixed as secrets. */
const sums = /(^|\/)package-lock\.json$/;

const { stdout, status } = spawnSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  {
    cwd: projectFolder,
    encoding: 'utf8',
  },
);
if (status !== 0) throw new Error('git does not tell which files there are.');

function read(file: string): string {
  try {
    return readFileSync(join(projectFolder, file), 'utf8');
  } catch {
    // A link that leads nowhere, or a file that was just removed.
    return '';
  }
}

for (const file of stdout.split('\0').filter(name => name !== '' && !sums.test(name))) {
  const text = read(file);
  // A picture or a font.
  if (text.includes('\0')) continue;
  for (const problem of secretProblems(text)) {
    console.error(
      `${file}:${problem}. Take it out, and change it where it is used: who has the history has it.`,
    );
    process.exitCode = 1;
  }
}
