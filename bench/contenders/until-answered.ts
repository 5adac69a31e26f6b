import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { lastLines } from '../../deploy/local/run-to-end.ts';
import { reasonOf } from '../../runtime/reason-of.ts';

const linesOfFailure = 30;

/**
 * Resolves when `answers` says so, which is asked again and again; rejects with the end of the process's log when the process
 * has ended, or when it took too long (two minutes unless it is said).
 */
export async function untilAnswered(
  {
    what,
    child,
    logFile,
    milliseconds = 120_000,
  }: { what: string; child: ChildProcess; logFile: string; milliseconds?: number },
  answers: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + milliseconds;
  let reason = 'no';
  for (;;) {
    const isReady = await answers().catch(error => {
      reason = reasonOf(error);
      return false;
    });
    if (isReady) return;
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    if (hasEnded || Date.now() > deadline)
      throw new Error(
        `${what} ${hasEnded ? 'ended' : 'does not answer'} (${reason}):\n${lastLines(readFileSync(logFile, 'utf8'), linesOfFailure)}`,
      );
    await delay(200);
  }
}
