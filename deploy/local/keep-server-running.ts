import { setTimeout as delay } from 'node:timers/promises';
import { reasonOf } from '../../runtime/reason-of.ts';
import { endProcess } from './end-process.ts';
import { freePort } from './free-port.ts';
import { launchServer, type ServerPlan } from './launch-server.ts';
import { isPortFree } from './port-free.mjs';
import type { ServerProcess } from './server-process.ts';

const longestPauseMilliseconds = 5000;
const attempts = 3;
const patienceMilliseconds = 30_000;

interface RunningServer {
  readonly port: number;
  readonly pid: number;
  /** SIGTERM, and SIGKILL after 30 s or as soon as `now` is aborted. */
  stop(now?: AbortSignal): Promise<void>;
}

/** Another program may take the free port before the server does: then another port. */
async function launchOnFreePort(plan: ServerPlan, signal: AbortSignal) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      return { port, server: await launchServer(plan, port, signal) };
    } catch (error) {
      if (signal.aborted || attempt === attempts || (await isPortFree(port))) throw error;
    }
  }
}

/**
 * Starts a server on a free port, and again on the same port whenever it dies, until it is stopped.
 * Throws as launchServer when the first start fails.
 */
export async function keepServerRunning(
  plan: ServerPlan,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<RunningServer> {
  const { port, server } = await launchOnFreePort(plan, signal);
  let current: ServerProcess = server;
  const stopping = new AbortController();

  async function startAgain(): Promise<boolean> {
    try {
      current = await launchServer(plan, port, stopping.signal);
      log(`the database answers again (process ${current.record.pid})`);
      return true;
    } catch (error) {
      if (!stopping.signal.aborted) log(reasonOf(error));
      return false;
    }
  }

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      const how = await current.ended;
      for (let pause = 200; !stopping.signal.aborted; pause = Math.min(pause * 2, longestPauseMilliseconds)) {
        log(`the database died (${how}): starting it again on port ${port}`);
        if (await startAgain()) break;
        await delay(pause, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  const watching = watch();
  return {
    port,
    get pid() {
      return current.record.pid;
    },
    async stop(now) {
      stopping.abort();
      await endProcess(current.record, patienceMilliseconds, now);
      await watching;
    },
  };
}
