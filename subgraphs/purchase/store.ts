import type { EntityManager } from '@mikro-orm/mysql';
import type { Logger } from '../../runtime/logger.ts';
import type { Currency } from '../../runtime/money.ts';
import type { PurchaseSettings } from './env.ts';
import type { PaymentProvider } from './payment-provider/payment-provider.ts';
import type { Stock } from './stock.ts';

/** What the steps of a purchase need, in the server and in the worker alike. */
export interface Store {
  em: EntityManager;
  stock: Stock;
  paymentProvider: PaymentProvider;
  settings: PurchaseSettings;
  currency: Currency;
  logger: Logger;
}
