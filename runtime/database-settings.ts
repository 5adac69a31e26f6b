import { z } from 'zod';
import { count, databaseUrl } from './setting-types.ts';

/** What every process that uses a database reads, besides where the database is. */
export const databaseSettings = {
  /** Connections kept at most, per process and database server. */
  DATABASE_POOL_SIZE: count(1, 1_000, 20),
  STATEMENT_TIMEOUT_MS: count(100, 600_000, 2_000),
  /** How long a piece of work waits for a free connection. */
  POOL_TIMEOUT_MS: count(100, 600_000, 1_000),
  /** Half as often as the heartbeat by which it is measured, at least. */
  READER_MAX_LAG_SECONDS: count(2, 3_600, 5),
};

/** Those settings, read. */
export type DatabaseSettings = z.infer<z.ZodObject<typeof databaseSettings>>;

/** Readers of a database, separated by commas; none by default. */
export const readerUrls = z
  .string()
  .default('')
  .transform(list => list.split(',').flatMap(url => url.trim() || []))
  .pipe(z.array(databaseUrl));
