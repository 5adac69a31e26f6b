import { z } from 'zod';
import { databaseSettings, readerUrls } from '../../runtime/database-settings.ts';
import {
  amqpUrl,
  commonSettings,
  count,
  currency,
  databaseUrl,
  portOf,
  urlOf,
} from '../../runtime/setting-types.ts';
import { isCountry } from './country.ts';
import { paymentFaults } from './payment-provider/payment-faults.ts';

const year = 365 * 24 * 3600;

/** The settings that purchase's server and worker share. */
export const purchaseSettings = {
  ...commonSettings,
  ...databaseSettings,
  DATABASE_URL_PURCHASE: databaseUrl,
  AUTH_URL: urlOf('auth'),
  CATALOG_URL: urlOf('catalog'),
  AMQP_URL: amqpUrl.optional(),
  STORE_CURRENCY: currency,
  STORE_COUNTRY: z.string().default('CO').refine(isCountry, 'must be an ISO 3166-1 alpha-2 code such as CO'),
  RESERVATION_SECONDS: count(1, year, 900),
  UNATTENDED_DELIVERY_SECONDS: count(1, year, 14 * 24 * 3600),
  RECOVERY_SECONDS: count(1, 3600, 10),
  PAYMENT_TIMEOUT_MS: count(50, 60_000, 1_000),
  /** Less than the gateway waits for a subgraph (SUBGRAPH_TIMEOUT_MS): a slow provider is not a purchase service that hangs. */
  SETTLE_TIMEOUT_MS: count(50, 60_000, 1_500),
  PAYMENT_FAULTS: paymentFaults,
};

/** The settings of the server alone. */
export const serverSettings = {
  ...purchaseSettings,
  /** Readers for what people without a token ask; none by default. */
  DATABASE_URL_PURCHASE_READER: readerUrls,
  PURCHASE_PORT: portOf('purchase'),
};

/** The settings of the worker alone. */
export const workerSettings = { ...purchaseSettings, WORKER_PORT: portOf('worker') };

export type PurchaseSettings = z.infer<z.ZodObject<typeof purchaseSettings>>;
