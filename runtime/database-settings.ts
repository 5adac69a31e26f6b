import { z } from 'zod';
import type { SubgraphName } from './services.ts';
import { count, databaseUrl, databaseUrlOf } from './setting-types.ts';

/** What every process that uses a database reads, besides where the database is. */
export const databaseSettings = {
  DATABASE_POOL_SIZE: count(1, 1_000, 20).describe(
    'Connections to the database at most, per process; as many to each reader, and as many requests at a time to each replica of a sister.',
  ),
  STATEMENT_TIMEOUT_MS: count(100, 600_000, 2_000).describe('The patience with one SQL statement.'),
  POOL_TIMEOUT_MS: count(100, 600_000, 1_000).describe('The patience until a database connection is free.'),
  // Half as often as the heartbeat by which it is measured, at least.
  READER_MAX_LAG_SECONDS: count(2, 3_600, 5).describe(
    'A reader that is further behind is left out until it has caught up.',
  ),
};

/** Those settings, read. */
export type DatabaseSettings = z.infer<z.ZodObject<typeof databaseSettings>>;

/** Readers of a subgraph's database, for what people without a token ask; separated by commas, none by default. */
export const readerUrlsOf = (name: SubgraphName) =>
  z
    .string()
    .default('')
    .transform(list => list.split(',').flatMap(url => url.trim() || []))
    .pipe(z.array(databaseUrl))
    .meta({ values: 'one URL or more, separated by commas', isSecret: true })
    .describe(
      `Servers that copy the database of ${name}; they answer the queries of people without a token.`,
    );

/** A subgraph's database for migrate, which changes tables; its services need not be able to. */
const migrationUrlOf = (name: SubgraphName) =>
  databaseUrl
    .describe(
      `The database of ${name} for migrate, by a user who may do all with it and pass that on. Then migrate leaves the user of DATABASE_URL_${name.toUpperCase()} the rows of tables alone: to change them, and to add to the audit log. Without it migrate is that user, who may do everything.`,
    )
    .optional();

/** All three, for what migrates. */
export const migrationUrls = {
  DATABASE_URL_AUTH_MIGRATION: migrationUrlOf('auth'),
  DATABASE_URL_CATALOG_MIGRATION: migrationUrlOf('catalog'),
  DATABASE_URL_PURCHASE_MIGRATION: migrationUrlOf('purchase'),
};

/** All three databases, for what cannot do without any. */
export const databaseUrls = {
  DATABASE_URL_AUTH: databaseUrlOf('auth'),
  DATABASE_URL_CATALOG: databaseUrlOf('catalog'),
  DATABASE_URL_PURCHASE: databaseUrlOf('purchase'),
};

/** The same for what finds them itself where they are not given: all three or none. */
export const givenDatabaseUrls = {
  DATABASE_URL_AUTH: databaseUrls.DATABASE_URL_AUTH.optional(),
  DATABASE_URL_CATALOG: databaseUrls.DATABASE_URL_CATALOG.optional(),
  DATABASE_URL_PURCHASE: databaseUrls.DATABASE_URL_PURCHASE.optional(),
};
