import type { DatabaseSettings } from './database-settings.ts';
import { TimedPool } from './timed-pool.ts';

/** The pool of a database or of a reader, by the settings. */
export const poolOf = (url: string, settings: DatabaseSettings): TimedPool =>
  new TimedPool({
    url,
    size: settings.DATABASE_POOL_SIZE,
    statementMilliseconds: settings.STATEMENT_TIMEOUT_MS,
    waitMilliseconds: settings.POOL_TIMEOUT_MS,
  });
