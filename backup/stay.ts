import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { closeOnSignal, exitOnUncaught } from '../runtime/close-on-signal.ts';
import { createLogger } from '../runtime/logger.ts';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';
import { removeOld } from './archive/remove-old.ts';
import { listSnapshots } from './archive/snapshots.ts';
import { takeArchive } from './archive/take-archive.ts';
import { newestLine } from './logs/lines.ts';
import { shipLogs } from './logs/ship-logs.ts';
import { takeSnapshot } from './snapshot/take-snapshot.ts';

const hourMilliseconds = 3600 * 1000;
const retryMilliseconds = 5_000;
const lookMilliseconds = 1_000;

interface StayOptions {
  archive: string;
  databases: DatabaseUrls;
  keepDays: number;
  everyHours: number;
  logLevel: string;
}

/** Backs up until it is told to stop: the logs all the time, a snapshot when it is time or the logs began anew. */
export async function stay(options: StayOptions): Promise<void> {
  const { archive, databases, keepDays, everyHours, logLevel } = options;
  const logger = createLogger('backup', logLevel);
  exitOnUncaught(logger);
  const release = await takeArchive(archive, databases);
  const stopping = new AbortController();
  const { signal } = stopping;
  const rest = (milliseconds: number) => delay(milliseconds, undefined, { signal }).catch(() => undefined);

  const follow = async (subgraph: SubgraphName): Promise<void> => {
    while (!signal.aborted) {
      const tell = (message: string) => logger.warn(message);
      await shipLogs({ archive, subgraph, url: databases[subgraph], tell }, signal).catch(err =>
        logger.error({ err, subgraph }, 'the log cannot be copied; again in a moment'),
      );
      if (!signal.aborted) await rest(retryMilliseconds);
    }
  };

  /** Whether there is no snapshot that is young enough and stands in the logs that are copied now. */
  const isTime = (): boolean => {
    const newest = listSnapshots(archive).at(-1);
    if (!newest || Date.now() - newest.at.getTime() >= everyHours * hourMilliseconds) return true;
    return subgraphs.some(subgraph => {
      const line = newestLine(archive, subgraph);
      return line?.reach !== undefined && newest.manifest.databases[subgraph].log?.line !== line.name;
    });
  };

  const takeSnapshots = async (): Promise<void> => {
    while (!signal.aborted) {
      const isFollowed = subgraphs.every(subgraph => newestLine(archive, subgraph)?.reach);
      if (isFollowed && isTime()) {
        try {
          const began = performance.now();
          const name = await takeSnapshot(archive, databases);
          const seconds = Math.round((performance.now() - began) / 1000);
          logger.info({ snapshot: name, seconds, removed: removeOld(archive, keepDays) }, 'took a snapshot');
        } catch (err) {
          logger.error({ err }, 'no snapshot could be taken; again in a moment');
          await rest(retryMilliseconds);
        }
      }
      await rest(lookMilliseconds);
    }
  };

  const following = Promise.all(subgraphs.map(follow));
  closeOnSignal(
    logger,
    [
      async () => {
        stopping.abort();
        // A snapshot that is being taken is given up: what there is of it is removed by the next one.
        await following;
        release();
      },
    ],
    0,
  );
  logger.info({ archive, everyHours, keepDays }, 'backing up');
  await Promise.all([following, takeSnapshots()]);
}
