import { type Database, openDatabase } from '../../runtime/database.ts';
import { BookSchema } from './book.ts';

/** What catalog keeps as entities; subjects and reservations are read and written by plain SQL alone. */
export const entities = [BookSchema];

/** Opens catalog's database, and the readers that copy it. */
export const openCatalogDatabase = (url: string, readerUrls: readonly string[]): Promise<Database> =>
  openDatabase({ url, readerUrls, entities });
