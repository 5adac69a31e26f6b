import { z } from 'zod';
import { databaseSettings, readerUrlsOf } from '../../runtime/database-settings.ts';
import { processSettings } from '../../runtime/process-settings.ts';
import { count, currency, databaseUrlOf, portOf, urlOf } from '../../runtime/setting-types.ts';
import { sisterSettings } from '../../runtime/sister-settings.ts';
import { isCountry } from './country.ts';
import { paymentFaults } from './payment-provider/payment-faults.ts';

const year = 365 * 24 * 3600;

/** After so long the worker takes over what a dead process left; the oracle counts on it. */
export const recoverySeconds = count(1, 3600, 10).describe(
  'After so long the worker takes over what a dead process left. The same for all who read it.',
);

/** The settings that purchase's server and worker share. */
export const purchaseSettings = {
  ...processSettings,
  ...databaseSettings,
  ...sisterSettings,
  DATABASE_URL_PURCHASE: databaseUrlOf('purchase'),
  AUTH_URL: urlOf('auth'),
  CATALOG_URL: urlOf('catalog'),
  STORE_CURRENCY: currency,
  STORE_COUNTRY: z
    .string()
    .default('CO')
    .refine(isCountry, 'must be an ISO 3166-1 alpha-2 code such as CO')
    .meta({ values: 'ISO 3166-1 alpha-2' })
    .describe('Where NATIONAL providers deliver.'),
  RESERVATION_SECONDS: count(1, year, 900).describe('How long copies are kept for a buyer who has not paid.'),
  UNATTENDED_DELIVERY_SECONDS: count(1, year, 14 * 24 * 3600).describe(
    'After so long a shipped purchase counts as delivered.',
  ),
  RECOVERY_SECONDS: recoverySeconds,
  PAYMENT_TIMEOUT_MS: count(50, 60_000, 1_000).describe('The patience with the payment provider.'),
  // Less than the gateway waits for a subgraph (SUBGRAPH_TIMEOUT_MS): a slow provider is not a purchase service that hangs.
  SETTLE_TIMEOUT_MS: count(50, 60_000, 1_500).describe(
    'How long a buyer waits for a payment, or for what a cancelled purchase gives back; it goes on then.',
  ),
  PAYMENT_FAULTS: paymentFaults,
};

/** The settings of the server alone. */
export const serverSettings = {
  ...purchaseSettings,
  DATABASE_URL_PURCHASE_READER: readerUrlsOf('purchase'),
  PURCHASE_PORT: portOf('purchase'),
};

/** The settings of the worker alone. */
export const workerSettings = { ...purchaseSettings, WORKER_PORT: portOf('worker') };

export type PurchaseSettings = z.infer<z.ZodObject<typeof purchaseSettings>>;
