import { readFileSync, rmSync } from 'node:fs';
import type { DatabaseUrls } from './databases.ts';
import { endProcess } from './end-process.ts';
import { isRunning, type ProcessRecord } from './process-lock.mjs';
import { sayNow } from './progress.ts';
import { writePrivateFile } from './write-private-file.ts';

const patienceMilliseconds = 15_000;

/** What is known of the store that runs in this folder. */
export interface RunningStore {
  gatewayUrl: string;
  databases: DatabaseUrls;
  /** The services' processes, by name. */
  processes: Record<string, ProcessRecord>;
}

/** What a launcher noted in `file`; undefined when there is no such note. */
export function readRunningStore(file: string): RunningStore | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Keeps note of this launcher's processes in `file`, for the next one in case this one is killed. */
export function noteRunningStore(file: string, { gatewayUrl, databases }: Omit<RunningStore, 'processes'>) {
  const store: RunningStore = { gatewayUrl, databases, processes: {} };
  return {
    add(name: string, process: ProcessRecord): void {
      store.processes[name] = process;
      writePrivateFile(file, JSON.stringify(store));
    },
    remove: () => rmSync(file, { force: true }),
  };
}

/** Waits for the services of a killed launcher to end, which they do by themselves, and ends those that do not. */
export async function endEarlierServices(file: string): Promise<void> {
  const processes = Object.values(readRunningStore(file)?.processes ?? {}).filter(isRunning);
  if (processes.length > 0) {
    sayNow('an earlier run was killed: waiting for its services to end');
    await Promise.all(processes.map(process => endProcess(process, patienceMilliseconds)));
  }
  rmSync(file, { force: true });
}
