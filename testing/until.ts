import { setTimeout as delay } from 'node:timers/promises';

const patienceMilliseconds = 30_000;

/** Resolves when something is so, which is asked ten times a second; rejects with what it is after 30 s. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patienceMilliseconds;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`not in time: ${what}`);
    await delay(100);
  }
}
