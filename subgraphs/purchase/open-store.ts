import type { Database } from '../../runtime/database.ts';
import { internalKeysOf } from '../../runtime/internal-keys.ts';
import { InternalTokens } from '../../runtime/internal-token.ts';
import type { Logger } from '../../runtime/logger.ts';
import { SisterService } from '../../runtime/sister-service.ts';
import type { PurchaseSettings } from './env.ts';
import { FaultyPaymentProvider } from './payment-provider/faulty-payment-provider.ts';
import { SimulatedPaymentProvider } from './payment-provider/simulated-payment-provider.ts';
import { Stock } from './stock.ts';
import type { Store } from './store.ts';

/** Everything that the steps of a purchase need, and the catalog that it speaks to. */
export function openStore(
  settings: PurchaseSettings,
  database: Database,
  logger: Logger,
): { store: Store; catalog: SisterService; tokens: InternalTokens } {
  const tokens = new InternalTokens(internalKeysOf(settings), 'purchase');
  const catalog = new SisterService('catalog', settings.CATALOG_URL, tokens, settings);
  const provider = new SimulatedPaymentProvider(database.fork());
  const { PAYMENT_FAULTS } = settings;
  const store: Store = {
    em: database.fork(),
    stock: new Stock(catalog),
    paymentProvider: PAYMENT_FAULTS ? new FaultyPaymentProvider(provider, PAYMENT_FAULTS) : provider,
    settings,
    currency: settings.STORE_CURRENCY,
    logger,
  };
  return { store, catalog, tokens };
}
