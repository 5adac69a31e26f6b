import { spawn } from 'node:child_process';
import { once } from 'node:events';

const pause = 'kill -STOP "$1" && sleep "$2"; kill -CONT "$1"';

/**
 * Stops a process for so many milliseconds as if it were not scheduled, and lets it go on. A shell does it, so
 * that the process goes on even where this one ends meanwhile. Resolves when it goes on.
 */
export async function pauseProcess(pid: number, milliseconds: number): Promise<void> {
  const args = ['-c', pause, 'sh', String(pid), String(milliseconds / 1000)];
  const shell = spawn('/bin/sh', args, { stdio: 'ignore', detached: true });
  await once(shell, 'exit');
}
