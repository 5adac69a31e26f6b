import { setTimeout as delay } from 'node:timers/promises';
import { identityOf, isRunning, type ProcessRecord } from './process-lock.mjs';

const pollMilliseconds = 25;

function send(signal: NodeJS.Signals, pid: number): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

async function waitForEnd(record: ProcessRecord, milliseconds: number, now?: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isRunning(record)) {
    if (Date.now() > deadline || now?.aborted) return false;
    await delay(pollMilliseconds);
  }
  return true;
}

/**
 * Ends a recorded process that leads a process group of its own: SIGTERM, and SIGKILL to its whole group where
 * it still runs after `patience` milliseconds, or as soon as `now` is aborted. Resolves when it has ended; says
 * whether it ended by itself.
 */
export async function endProcess(
  record: ProcessRecord,
  patience: number,
  now?: AbortSignal,
): Promise<boolean> {
  if (!isRunning(record)) return true;
  send('SIGTERM', record.pid);
  if (await waitForEnd(record, patience, now)) return true;
  send('SIGKILL', -record.pid);
  await waitForEnd(record, 5000);
  return false;
}

/** The record of a process that was started just now. */
export const recordOf = (pid: number): ProcessRecord => ({ pid, identity: identityOf(pid) });
