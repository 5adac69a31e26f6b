import { spawn } from 'node:child_process';
import { readTestSettings } from '../../testing/env.ts';
import { explain } from './explain.ts';
import { ensureDatabaseProgram } from './install-database.ts';
import { installDependenciesOf } from './install-dependencies.mjs';
import { ensureForTests, testPrograms } from './install-for-tests.ts';
import { projectFolder } from './places.ts';

// The command `npm test`: sees to it that there are a database server (TEST_DATABASE_ADMIN_URL
// names another one) and what else the tests use, and runs Jest on them.

const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  ...process.argv.slice(2),
];

function runJest(): void {
  const child = spawn(process.execPath, jest, { cwd: projectFolder, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', code => process.exit(code ?? 1));
}

try {
  if (!readTestSettings().TEST_DATABASE_ADMIN_URL) await ensureDatabaseProgram();
  await installDependenciesOf('deploy/aws');
  await installDependenciesOf('deploy/kubernetes');
  for (const name of testPrograms) await ensureForTests(name);
  runJest();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
