import { setTimeout as delay } from 'node:timers/promises';
import { coverFiles } from '../../covers/picture.ts';
import type { CoverMaking } from './cover-making.ts';

const hourMilliseconds = 3_600_000;
const atOnce = 100;

/** For so long the files of a picture that no book has stay: pages that show it are open, and databases are restored. */
export const keptDays = 7;

/**
 * Removes the files of pictures that no book has had for days, of uploads that came to nothing among them; answers how
 * many. It may be done anywhere at any time: a picture that was given up is nobody's ever again.
 */
export async function sweepCovers(
  { database, files }: Pick<CoverMaking, 'database' | 'files'>,
  signal?: AbortSignal,
): Promise<number> {
  const em = database.fork();
  const unused = `SELECT picture FROM cover
    WHERE used_for IS NULL AND changed_at < NOW(3) - INTERVAL ${keptDays} DAY LIMIT ${atOnce}`;
  let swept = 0;
  for (;;) {
    const rows = await em.execute<{ picture: string }[]>(unused);
    for (const { picture } of rows) {
      if (signal?.aborted) return swept;
      await files.remove(coverFiles(picture));
      await em.execute('DELETE FROM cover WHERE picture = ? AND used_for IS NULL', [picture]);
      swept += 1;
    }
    if (rows.length < atOnce) return swept;
  }
}

/** Sweeps about once an hour, until it is stopped. */
export function startSweepingCovers(making: CoverMaking): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const sweep = async () => {
    while (!stopped.signal.aborted) {
      // Replicas that start together do not sweep together.
      await delay(hourMilliseconds * (0.5 + Math.random()), undefined, {
        signal: stopped.signal,
        ref: false,
      });
      await sweepCovers(making, stopped.signal).catch(error =>
        making.logger.warn({ err: error }, 'covers that no book has could not be swept'),
      );
    }
  };
  const swept = sweep().catch(() => undefined);
  return {
    async stop() {
      stopped.abort();
      await swept;
    },
  };
}
