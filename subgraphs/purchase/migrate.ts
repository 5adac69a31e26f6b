import { migrate } from '../../runtime/migrate.ts';
import { databaseUrl } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';
import { entities } from './database.ts';
import { DeliveryProviders } from './migrations/20261121-delivery-providers.ts';
import { Purchases } from './migrations/20261121-purchases.ts';
import { Events } from './migrations/20261122-events.ts';
import { Heartbeat } from './migrations/20261122-heartbeat.ts';
import { HistoryIndex } from './migrations/20261122-history-index.ts';
import { TokenFacts } from './migrations/20261123-token-facts.ts';
import { EventOrigins } from './migrations/20261124-event-origins.ts';

const { DATABASE_URL_PURCHASE: url } = readSettings({ DATABASE_URL_PURCHASE: databaseUrl });

await migrate('purchase', { url, entities }, [
  { name: '20261121-purchases', class: Purchases },
  { name: '20261121-delivery-providers', class: DeliveryProviders },
  { name: '20261122-events', class: Events },
  { name: '20261122-heartbeat', class: Heartbeat },
  { name: '20261122-history-index', class: HistoryIndex },
  { name: '20261123-token-facts', class: TokenFacts },
  { name: '20261124-event-origins', class: EventOrigins },
]);
