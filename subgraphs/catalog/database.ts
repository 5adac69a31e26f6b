import { type Database, openDatabase } from '../../runtime/database.ts';
import type { DatabaseSettings } from '../../runtime/database-settings.ts';
import type { Logger } from '../../runtime/logger.ts';
import { BookSchema } from './book.ts';

/** What catalog keeps as entities; subjects and reservations are read and written by plain SQL alone. */
export const entities = [BookSchema];

/** Opens catalog's database, and the readers that copy it. */
export const openCatalogDatabase = (
  settings: DatabaseSettings & { DATABASE_URL_CATALOG: string; DATABASE_URL_CATALOG_READER: string[] },
  logger: Logger,
): Promise<Database> =>
  openDatabase({
    url: settings.DATABASE_URL_CATALOG,
    readerUrls: settings.DATABASE_URL_CATALOG_READER,
    entities,
    settings,
    logger,
  });
