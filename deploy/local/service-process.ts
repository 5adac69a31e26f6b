import { spawn } from 'node:child_process';
import { describeEnd } from './describe-end.ts';
import { recordOf } from './end-process.ts';
import { projectFolder } from './places.ts';
import type { ProcessRecord } from './process-lock.mjs';
import type { ServiceLog } from './service-log.ts';

const exitWithParent = new URL('./exit-with-parent.mjs', import.meta.url).href;

export interface ServiceProcess {
  record: ProcessRecord;
  /** Resolves when it has ended and all its output is read, with how it ended. */
  ended: Promise<string>;
}

/**
 * Starts a file of the project on this Node, in a process group of its own, so that the terminal's Ctrl-C does
 * not reach it. It ends by itself when this process is killed.
 */
export function spawnService(entry: string, environment: NodeJS.ProcessEnv, log: ServiceLog): ServiceProcess {
  const child = spawn(process.execPath, ['--import', exitWithParent, entry], {
    cwd: projectFolder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  if (child.stdout && child.stderr) log.follow(child.stdout, child.stderr);
  const ended = new Promise<string>(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('close', (code, signal) => resolve(describeEnd(code, signal)));
  });
  return { record: recordOf(child.pid ?? 0), ended };
}
