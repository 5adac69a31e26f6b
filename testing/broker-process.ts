import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describeEnd } from '../deploy/local/describe-end.ts';
import { recordOf } from '../deploy/local/end-process.ts';
import { endWithLauncher } from '../deploy/local/end-with-launcher.ts';
import type { ProcessRecord } from '../deploy/local/process-lock.mjs';

export interface BrokerProcess {
  record: ProcessRecord;
  /** Resolves when it has ended, with how. */
  ended: Promise<string>;
}

/** Starts a server's program in a folder; it ends with this process and writes to output.log. */
export function spawnInFolder(
  program: string,
  args: string[],
  folder: string,
  env: Record<string, string>,
): BrokerProcess {
  const output = openSync(join(folder, 'output.log'), 'a', 0o600);
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', output, output], detached: true });
  closeSync(output);
  const how = new Promise<string>(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('exit', (code, signal) => resolve(describeEnd(code, signal)));
  });
  if (child.pid === undefined) throw new Error(`${program} cannot be run.`);
  const callOff = endWithLauncher(child.pid);
  return { record: recordOf(child.pid), ended: how.finally(callOff) };
}
