import { coverSettings } from '../../covers/cover-settings.ts';
import { databaseSettings, readerUrlsOf } from '../../runtime/database-settings.ts';
import { fileSettings } from '../../runtime/files/file-settings.ts';
import { processSettings } from '../../runtime/process-settings.ts';
import { currency, databaseUrlOf, portOf, urlOf } from '../../runtime/setting-types.ts';
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
};
