import { databaseSettings, readerUrls } from '../../runtime/database-settings.ts';
import {
  amqpUrl,
  commonSettings,
  currency,
  databaseUrl,
  portOf,
  urlOf,
} from '../../runtime/setting-types.ts';

/** The settings of catalog. */
export const catalogSettings = {
  ...commonSettings,
  ...databaseSettings,
  CATALOG_PORT: portOf('catalog'),
  AUTH_URL: urlOf('auth'),
  PURCHASE_URL: urlOf('purchase'),
  AMQP_URL: amqpUrl.optional(),
  DATABASE_URL_CATALOG: databaseUrl,
  /** Readers for what people without a token ask; none by default. */
  DATABASE_URL_CATALOG_READER: readerUrls,
  STORE_CURRENCY: currency,
};
