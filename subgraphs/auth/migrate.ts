import { migrate } from '../../runtime/migrate.ts';
import { databaseUrl } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';
import { entities } from './database.ts';
import { Accounts } from './migrations/20261120-accounts.ts';
import { Events } from './migrations/20261122-events.ts';
import { Heartbeat } from './migrations/20261122-heartbeat.ts';
import { EventOrigins } from './migrations/20261124-event-origins.ts';

const { DATABASE_URL_AUTH: url } = readSettings({ DATABASE_URL_AUTH: databaseUrl });

await migrate('auth', { url, entities }, [
  { name: '20261120-accounts', class: Accounts },
  { name: '20261122-events', class: Events },
  { name: '20261122-heartbeat', class: Heartbeat },
  { name: '20261124-event-origins', class: EventOrigins },
]);
