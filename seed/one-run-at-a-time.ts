import { createHash } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { takeLock } from '../deploy/local/process-lock.mjs';
import { CannotSeed } from './cannot-seed.ts';

/**
 * Runs `work` while no other seed run of this user on this machine works on the store at `url`: two runs side
 * by side would each publish what the other is about to. Throws CannotSeed where there is such a run.
 */
export async function oneRunAtATime<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  const name = createHash('sha256').update(url).digest('hex').slice(0, 16);
  const lock = takeLock(join(tmpdir(), `bookstore-seed-${userInfo().uid}-${name}.lock`));
  if (!lock)
    throw new CannotSeed(`Another seed run is filling the store at ${url}. Wait until it has ended.`);
  try {
    return await work();
  } finally {
    lock.release();
  }
}
