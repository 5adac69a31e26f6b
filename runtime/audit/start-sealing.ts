import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../database.ts';
import type { Logger } from '../logger.ts';
import { lastSeal, numberBefore, sealEntries } from './seal-entries.ts';

const idleMilliseconds = 1_000;

/** Nearly every transaction is over after so long, and each of ours after a minute: what comes later is looked for more rarely. */
const soonSeconds = 5;
const lateSeconds = 60;
const lookBackMilliseconds = 30_000;

const tellMilliseconds = 3_600_000;

/**
 * Seals what is appended to the audit log, within a second or two, until it is stopped. Any number of replicas may do so. The
 * last seal goes to the log every hour: who keeps logs elsewhere can hold the chain against them.
 */
export function startSealing(database: Database, logger: Logger): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const { signal } = stopped;
  // At the start all is looked through: entries may have come while nobody sealed.
  let soon = 0;
  let late = 0;
  let lookBackAt = 0;
  let tellAt = 0;

  /** Whether there may be more to seal. */
  async function round(): Promise<boolean> {
    const em = database.fork();
    const now = performance.now();
    const looksBack = now >= lookBackAt;
    if (await sealEntries(em, looksBack ? late : soon)) return true;
    if (looksBack) {
      lookBackAt = now + lookBackMilliseconds;
      late = await numberBefore(em, lateSeconds);
    }
    soon = await numberBefore(em, soonSeconds);
    if (now >= tellAt) {
      tellAt = now + tellMilliseconds;
      logger.info(await lastSeal(em), 'the audit log is sealed up to here');
    }
    return false;
  }

  async function work(): Promise<void> {
    let isWell = true;
    while (!signal.aborted) {
      try {
        const isMore = await round();
        isWell = true;
        if (isMore) continue;
      } catch (err) {
        if (isWell) logger.warn({ err }, 'the audit log cannot be sealed');
        isWell = false;
      }
      // Replicas that start together do not seal together.
      await delay(idleMilliseconds * (0.5 + Math.random()), undefined, { signal }).catch(() => undefined);
    }
  }

  const working = work();
  return {
    async stop() {
      stopped.abort();
      await working;
    },
  };
}
