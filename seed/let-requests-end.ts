import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits until the store has dealt with what an earlier run had sent when it was killed, so that it stands among
 * the seller's books when they are read.
 */
export async function letRequestsEnd(): Promise<void> {
  process.stdout.write('An earlier run did not come to its end: going on where it stopped.\n');
  await delay(2_000);
}
