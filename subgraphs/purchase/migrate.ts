import { migrate } from '../../runtime/migrate.ts';
import { databaseUrl } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';
import { entities } from './database.ts';
import { DeliveryProviders } from './migrations/20261121-delivery-providers.ts';
import { Purchases } from './migrations/20261121-purchases.ts';

const { DATABASE_URL_PURCHASE: url } = readSettings({ DATABASE_URL_PURCHASE: databaseUrl });

await migrate('purchase', { url, entities }, [
  { name: '20261121-purchases', class: Purchases },
  { name: '20261121-delivery-providers', class: DeliveryProviders },
]);
