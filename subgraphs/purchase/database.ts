import { type Database, openDatabase } from '../../runtime/database.ts';
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

/** Opens purchase's database. */
export const openPurchaseDatabase = (url: string): Promise<Database> => openDatabase({ url, entities });
