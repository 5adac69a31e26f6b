import { z } from 'zod';
import { commonSettings, count, currency, databaseUrl, portOf, urlOf } from '../../runtime/setting-types.ts';
import { isCountry } from './country.ts';

const year = 365 * 24 * 3600;

/** The settings that purchase's server and worker share. */
export const purchaseSettings = {
  ...commonSettings,
  DATABASE_URL_PURCHASE: databaseUrl,
  CATALOG_URL: urlOf('catalog'),
  STORE_CURRENCY: currency,
  STORE_COUNTRY: z.string().default('CO').refine(isCountry, 'must be an ISO 3166-1 alpha-2 code such as CO'),
  RESERVATION_SECONDS: count(1, year, 900),
  UNATTENDED_DELIVERY_SECONDS: count(1, year, 14 * 24 * 3600),
  RECOVERY_SECONDS: count(1, 3600, 10),
  PAYMENT_TIMEOUT_MS: count(50, 60_000, 1_000),
};

/** The settings of the server alone. */
export const serverSettings = {
  ...purchaseSettings,
  PURCHASE_PORT: portOf('purchase'),
  AUTH_URL: urlOf('auth'),
};

/** The settings of the worker alone. */
export const workerSettings = { ...purchaseSettings, WORKER_PORT: portOf('worker') };

export type PurchaseSettings = z.infer<z.ZodObject<typeof purchaseSettings>>;
