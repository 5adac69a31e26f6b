import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceName } from '../../runtime/services.ts';
import { entryOf } from '../bundle/entry-of.ts';
import { askReady } from './ask-ready.ts';
import { endProcess } from './end-process.ts';
import type { ProcessRecord } from './process-lock.mjs';
import { sayNow } from './progress.ts';
import { openServiceLog } from './service-log.ts';
import { type ServiceProcess, spawnService } from './service-process.ts';
import { StartError } from './start-error.ts';

/** Beside the time for draining. */
const patienceMilliseconds = 10_000;
const readyPollMilliseconds = 50;
const longestStartMilliseconds = 120_000;

const firstPauseMilliseconds = 200;
const longestPauseMilliseconds = 5000;
/** Who lived longer than this is started again without the longer pauses of a series of deaths. */
const steadyMilliseconds = 30_000;

/** So many exits with code 1 in a row, each so soon and none ever ready: it cannot start. */
const hopeless = { exits: 5, milliseconds: 10_000 };

/** A service, and what it needs to run. */
interface ServicePlan {
  name: ServiceName;
  /** Where it is asked whether it is ready. */
  host: string;
  port: number;
  environment: NodeJS.ProcessEnv;
  /** How long it goes on answering when it is told to stop. */
  drainSeconds: number;
  /** Told of every process that it gets. */
  noteProcess: (record: ProcessRecord) => void;
}

export interface SupervisedService {
  /** Resolves when it is ready for the first time; rejects with a StartError when it cannot start. */
  ready: Promise<void>;
  /** SIGTERM, and SIGKILL 10 s after the time for draining or as soon as `now` is aborted. Resolves when it has ended. */
  stop(now: AbortSignal): Promise<void>;
}

/** Runs a service, and starts it again whenever it dies, until it is stopped. Throws as entryOf. */
export function supervise(plan: ServicePlan): SupervisedService {
  const { name, host, port, environment, drainSeconds, noteProcess } = plan;
  const stopping = new AbortController();
  const firstReady = Promise.withResolvers<void>();
  const entry = entryOf(name);
  const log = openServiceLog(name);
  const deadline = Date.now() + longestStartMilliseconds;
  let current: ServiceProcess | undefined;
  let wasReady = false;

  async function watchReadiness(over: AbortSignal): Promise<void> {
    for (;;) {
      const reason = await askReady(host, port);
      if (over.aborted) return;
      if (reason === undefined) break;
      if (!wasReady && Date.now() > deadline)
        firstReady.reject(new StartError(`${name} has not become ready: ${reason}`));
      await delay(readyPollMilliseconds);
    }
    if (wasReady) sayNow(`${name} is ready again`);
    wasReady = true;
    log.showWarnings(true);
    firstReady.resolve();
  }

  async function runOnce(): Promise<{ how: string; milliseconds: number }> {
    const began = Date.now();
    current = spawnService(entry, environment, log);
    noteProcess(current.record);
    const over = new AbortController();
    const watching = watchReadiness(over.signal);
    const how = await current.ended;
    over.abort();
    await watching;
    return { how, milliseconds: Date.now() - began };
  }

  async function keepRunning(): Promise<void> {
    let pause = firstPauseMilliseconds;
    let exits = 0;
    while (!stopping.signal.aborted) {
      const { how, milliseconds } = await runOnce();
      if (stopping.signal.aborted) break;
      const isHopeless = !wasReady && how === 'exit code 1' && milliseconds < hopeless.milliseconds;
      exits = isHopeless ? exits + 1 : 0;
      if (exits === hopeless.exits) {
        firstReady.reject(new StartError(`${name} does not start. It said last:\n${log.lastLines()}`));
        break;
      }
      if (milliseconds > steadyMilliseconds) pause = firstPauseMilliseconds;
      sayNow(`${name} died (${how}): starting it again in ${pause / 1000} s`);
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => {});
      pause = Math.min(pause * 2, longestPauseMilliseconds);
    }
    log.close();
  }

  const running = keepRunning();
  return {
    ready: firstReady.promise,
    async stop(now) {
      stopping.abort();
      log.showWarnings(false);
      const patience = drainSeconds * 1000 + patienceMilliseconds;
      if (current) await endProcess(current.record, patience, now);
      await running;
    },
  };
}
