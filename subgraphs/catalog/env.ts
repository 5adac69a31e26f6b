import { z } from 'zod';
import { commonSettings, currency, databaseUrl, portOf, urlOf } from '../../runtime/setting-types.ts';

const databaseUrls = z
  .string()
  .default('')
  .transform(list => list.split(',').flatMap(url => url.trim() || []))
  .pipe(z.array(databaseUrl));

/** The settings of catalog. */
export const catalogSettings = {
  ...commonSettings,
  CATALOG_PORT: portOf('catalog'),
  AUTH_URL: urlOf('auth'),
  DATABASE_URL_CATALOG: databaseUrl,
  /** Readers for anonymous browsing, separated by commas; none by default. */
  DATABASE_URL_CATALOG_READER: databaseUrls,
  STORE_CURRENCY: currency,
};
