import { setTimeout as delay } from 'node:timers/promises';
import { askReady } from '../../deploy/local/ask-ready.ts';
import type { ServiceName } from '../../runtime/services.ts';
import { TestProcess } from '../../testing/test-process.ts';

/** How long a supervisor takes to start a dead process again. */
const pauseMilliseconds = 1_000;

export interface KeptProcess {
  readonly pid: number;
  /** Resolves when it is ready for the first time. */
  ready(): Promise<void>;
  /** Undefined when it is ready now, otherwise why not. */
  whyNotReady(): Promise<string | undefined>;
  /** Ends it by SIGKILL; resolves when it has been started again. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a process of the store, and again a second after it died, in whatever way, until it is stopped. */
export function keepProcess(options: {
  service: ServiceName;
  port: number;
  settings: Record<string, string>;
  logFile: string;
}): KeptProcess {
  const process = new TestProcess(options);
  let starts = 0;
  let isStopping = false;

  async function keep(): Promise<void> {
    while (!isStopping) {
      process.start();
      starts += 1;
      await process.ended();
      if (!isStopping) await delay(pauseMilliseconds);
    }
  }

  const kept = keep();
  return {
    get pid() {
      return process.pid;
    },
    ready: () => process.ready(),
    whyNotReady: () => askReady('127.0.0.1', options.port),
    async kill() {
      const before = starts;
      process.signal('SIGKILL');
      while (starts === before && !isStopping) await delay(20);
    },
    async stop() {
      isStopping = true;
      await process.stop();
      await kept;
    },
  };
}
