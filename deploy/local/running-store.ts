import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { endProcess } from './end-process.ts';
import { isRunning, type ProcessRecord } from './process-lock.mjs';
import { sayNow } from './progress.ts';
import { writePrivateFile } from './write-private-file.ts';

/** Beside the time for draining. */
const patienceMilliseconds = 15_000;

const processRecord = z.object({ pid: z.number(), identity: z.string() });

const databases = z.object({ auth: z.string(), catalog: z.string(), purchase: z.string() });

const runningStore = z.object({
  gatewayUrl: z.string(),
  databases,
  /** By users who may do more with them; undefined where they are the user's own. */
  migrations: databases.optional(),
  /** How long the services go on answering when they are told to stop. */
  drainSeconds: z.number(),
  /** The services' processes, by name. */
  processes: z.record(z.string(), processRecord),
});

/** What is known of the store that runs in this folder. */
type RunningStore = z.infer<typeof runningStore>;

/** What a launcher noted in `file`; undefined when there is no such note. */
export function readRunningStore(file: string): RunningStore | undefined {
  try {
    return runningStore.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Keeps note of this launcher's processes in `file`, for the next one in case this one is killed. */
export function noteRunningStore(file: string, note: Omit<RunningStore, 'processes'>) {
  const store: RunningStore = { ...note, processes: {} };
  return {
    add(name: string, process: ProcessRecord): void {
      const { pid, identity } = process;
      // One that has no identity had ended before it was recorded.
      if (identity) store.processes[name] = { pid, identity };
      writePrivateFile(file, JSON.stringify(store));
    },
    remove: () => rmSync(file, { force: true }),
  };
}

/** Waits for the services of a killed launcher to end, which they do by themselves, and ends those that do not. */
export async function endEarlierServices(file: string): Promise<void> {
  const { processes = {}, drainSeconds = 0 } = readRunningStore(file) ?? {};
  const left = Object.values(processes).filter(isRunning);
  if (left.length > 0) {
    sayNow('an earlier run was killed: waiting for its services to end');
    const patience = drainSeconds * 1000 + patienceMilliseconds;
    await Promise.all(left.map(process => endProcess(process, patience)));
  }
  rmSync(file, { force: true });
}
