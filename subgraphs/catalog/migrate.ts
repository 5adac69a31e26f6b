import { migrate } from '../../runtime/migrate.ts';
import { databaseUrl } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';
import { entities } from './database.ts';
import { migrations } from './migrations.ts';

const { DATABASE_URL_CATALOG: url } = readSettings({ DATABASE_URL_CATALOG: databaseUrl });

await migrate('catalog', { url, entities }, migrations);
