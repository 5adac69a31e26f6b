import { spawn } from 'node:child_process';
import { readTestSettings } from '../../testing/env.ts';
import { leftOutSuites } from '../../testing/long-suites.ts';
import { nextTurn } from '../../testing/next-turn.ts';
import { explain } from './explain.ts';
import { ensureDatabaseProgram } from './install-database.ts';
import { installDependenciesOf } from './install-dependencies.mjs';
import { ensureForTests, testPrograms } from './install-for-tests.ts';
import { projectFolder } from './places.ts';

// The command `npm test`: sees to it that there are a database server (TEST_DATABASE_ADMIN_URL
// names another one) and what else the tests use, and runs Jest on them.

const given = process.argv.slice(2);
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  ...given,
];

/** Which suites are told in this turn: all of those that are asked for by name, and all in full. */
function runJest({ FIGURES, TURN = nextTurn() }: ReturnType<typeof readTestSettings>): void {
  const isWhole = FIGURES === 'full' || given.some(argument => /^([^-]|--testPathPatterns)/.test(argument));
  const leftOut = isWhole ? [] : leftOutSuites(TURN);
  if (FIGURES !== 'full')
    console.log(
      `What takes long takes turns. This one, and what it leaves out, is had again by TURN=${TURN} npm test; all of it is told by FIGURES=full npm test.`,
    );
  const child = spawn(
    process.execPath,
    [...jest, ...leftOut.map(file => `--testPathIgnorePatterns=${file}`)],
    {
      cwd: projectFolder,
      stdio: 'inherit',
      env: { ...process.env, TURN: String(TURN) },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', code => process.exit(code ?? 1));
}

try {
  const settings = readTestSettings();
  if (!settings.TEST_DATABASE_ADMIN_URL) await ensureDatabaseProgram();
  await installDependenciesOf('deploy/aws');
  await installDependenciesOf('deploy/kubernetes');
  for (const name of testPrograms) await ensureForTests(name);
  runJest(settings);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
