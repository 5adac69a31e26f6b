import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { projectFolder } from '../../deploy/local/places.ts';

const exitWithParent = new URL('../../deploy/local/exit-with-parent.mjs', import.meta.url).href;

/** Starts a process of the bench in Node, which ends with this one. What it says goes into a file. */
export function startProcess(options: {
  command: readonly [file: string, ...args: string[]];
  settings: Record<string, string>;
  logFile: string;
}): ChildProcess {
  const [file, ...args] = options.command;
  const log = openSync(options.logFile, 'w');
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(file, ['--import', exitWithParent, ...args], {
    cwd: projectFolder,
    env: { PATH, HOME, NODE_ENV: 'production', ...options.settings },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  return child;
}
