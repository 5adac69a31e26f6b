import type { DatabaseSettings } from './database-settings.ts';
import { TimedPool } from './timed-pool.ts';

/**
 * The pool of a writer or a reader, by the settings. One name follows the writer about; a name of several readers
 * may tell of another one each time it is asked.
 */
export const poolOf = (url: string, settings: DatabaseSettings, role: 'writer' | 'reader'): TimedPool =>
  new TimedPool({
    role,
    followsName: role === 'writer',
    url,
    size: settings.DATABASE_POOL_SIZE,
    statementMilliseconds: settings.STATEMENT_TIMEOUT_MS,
    waitMilliseconds: settings.POOL_TIMEOUT_MS,
  });
