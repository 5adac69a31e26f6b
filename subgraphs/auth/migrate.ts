import { migrate } from '../../runtime/migrate.ts';
import { databaseUrl } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';
import { entities } from './database.ts';
import { migrations } from './migrations.ts';

const { DATABASE_URL_AUTH: url } = readSettings({ DATABASE_URL_AUTH: databaseUrl });

await migrate('auth', { url, entities }, migrations);
