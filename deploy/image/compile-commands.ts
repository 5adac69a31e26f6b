import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { projectFolder } from '../local/places.ts';
import { commandNames } from './commands.ts';

// compile-commands.ts [COMMAND…]: loads all that these commands of the image load, or all commands, so that it is kept in
// NODE_COMPILE_CACHE as it is compiled. A step of the Dockerfile. Without settings a command says so and ends, all else loaded.
// Ends by 1 where a file is missing, or nothing was kept.

const patienceMilliseconds = 120_000;
const cache = process.env.NODE_COMPILE_CACHE;
const flush = new URL('flush-compile-cache.ts', import.meta.url).href;

/** What is wrong with a command; undefined where it could be loaded. */
function problemOf(name: string): string | undefined {
  const { error, stderr } = spawnSync(process.execPath, ['--import', flush, 'deploy/image/run.ts', name], {
    cwd: projectFolder,
    encoding: 'utf8',
    timeout: patienceMilliseconds,
  });
  if (error) return `${name} did not end: ${error.message}`;
  return stderr.includes('ERR_MODULE_NOT_FOUND') ? `${name} lacks a file:\n${stderr}` : undefined;
}

const words = process.argv.slice(2);
const problems = (words.length > 0 ? words : commandNames).flatMap(name => problemOf(name) ?? []);
if (!cache || !existsSync(cache) || globSync('*/*', { cwd: cache }).length === 0)
  problems.push('Nothing was kept: NODE_COMPILE_CACHE must name a folder that may be written.');
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
}
