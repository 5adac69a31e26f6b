import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { places } from '../deploy/local/places.ts';

const patienceMilliseconds = 10_000;

/** Where a process tells how many bytes of its heap are in use. */
export const liveMemoryFile = (pid: number): string => join(places.data, 'soak', `live-memory-${pid}`);

/** What has processes tell it: for their NODE_OPTIONS. */
export const tellsLiveMemory = `--import=${pathToFileURL(join(import.meta.dirname, 'tell-live-memory.ts'))}`;

/** What a process holds in its heap, in megabytes, once its garbage is collected. Rejects where it does not tell within 10 s. */
export async function liveMegabytes(pid: number): Promise<number> {
  const file = liveMemoryFile(pid);
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    await delay(50);
    const bytes = textOf(file);
    if (bytes) return Number(bytes) / 1024 ** 2;
    if (Date.now() > deadline) throw new Error(`process ${pid} does not tell its memory`);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
