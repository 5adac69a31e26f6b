import { coverSettings } from '../../covers/cover-settings.ts';
import { databaseSettings, readerUrlsOf } from '../../runtime/database-settings.ts';
import { fileSettings } from '../../runtime/files/file-settings.ts';
import { processSettings } from '../../runtime/process-settings.ts';
import { count, currency, databaseUrlOf, portOf, urlOf } from '../../runtime/setting-types.ts';
import { sisterSettings } from '../../runtime/sister-settings.ts';

/** The settings of catalog. */
export const catalogSettings = {
  ...processSettings,
  ...databaseSettings,
  ...sisterSettings,
  ...fileSettings,
  ...coverSettings,
  CATALOG_PORT: portOf('catalog'),
  AUTH_URL: urlOf('auth'),
  PURCHASE_URL: urlOf('purchase'),
  DATABASE_URL_CATALOG: databaseUrlOf('catalog'),
  DATABASE_URL_CATALOG_READER: readerUrlsOf('catalog'),
  STORE_CURRENCY: currency,
  MAX_OPEN_RESERVATIONS: count(1, 1_000_000, 10).describe(
    'How many purchases one buyer may have that are reserved and not paid yet.',
  ),
  MAX_COPIES_HELD: count(1, 1_000_000, 100).describe(
    'How many copies of one book one buyer may have reserved and not paid yet.',
  ),
  PUBLICATIONS_PER_SELLER: count(1, 100_000_000, 100_000).describe(
    'How many books an hour one seller may publish, imports and `npm run seed -- --csv` included; beyond them RATE_LIMITED. Requests at the same moment may go beyond it by what they hold. Fewer where nobody imports a whole shop.',
  ),
};
