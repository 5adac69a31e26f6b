import { migrate } from '../../runtime/migrate.ts';
import { databaseUrl } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';
import { entities } from './database.ts';
import { Books } from './migrations/20261121-books.ts';
import { Events } from './migrations/20261122-events.ts';
import { Heartbeat } from './migrations/20261122-heartbeat.ts';
import { StockPutIn } from './migrations/20261122-stock-put-in.ts';
import { TokenFacts } from './migrations/20261123-token-facts.ts';
import { EventOrigins } from './migrations/20261124-event-origins.ts';

const { DATABASE_URL_CATALOG: url } = readSettings({ DATABASE_URL_CATALOG: databaseUrl });

await migrate('catalog', { url, entities }, [
  { name: '20261121-books', class: Books },
  { name: '20261122-stock-put-in', class: StockPutIn },
  { name: '20261122-events', class: Events },
  { name: '20261122-heartbeat', class: Heartbeat },
  { name: '20261123-token-facts', class: TokenFacts },
  { name: '20261124-event-origins', class: EventOrigins },
]);
