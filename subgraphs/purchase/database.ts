import { type Database, openDatabase } from '../../runtime/database.ts';
import type { DatabaseSettings } from '../../runtime/database-settings.ts';
import type { Logger } from '../../runtime/logger.ts';
import { DeliverySchema } from './delivery.ts';
import { DeliveryProviderSchema } from './delivery-provider.ts';
import { PaymentSchema } from './payment.ts';
import { SimulatedChargeSchema } from './payment-provider/simulated-charge.ts';
import { PurchaseSchema } from './purchase.ts';
import { PurchaseEventSchema } from './purchase-event.ts';
import { PurchaseLineSchema } from './purchase-line.ts';

export const entities = [
  PurchaseSchema,
  PurchaseLineSchema,
  PurchaseEventSchema,
  PaymentSchema,
  DeliverySchema,
  DeliveryProviderSchema,
  SimulatedChargeSchema,
];

/** Opens purchase's database, and the readers that copy it where there are any: the worker has none. */
export const openPurchaseDatabase = (
  settings: DatabaseSettings & { DATABASE_URL_PURCHASE: string; DATABASE_URL_PURCHASE_READER?: string[] },
  logger: Logger,
): Promise<Database> =>
  openDatabase({
    url: settings.DATABASE_URL_PURCHASE,
    readerUrls: settings.DATABASE_URL_PURCHASE_READER ?? [],
    entities,
    settings,
    logger,
  });
