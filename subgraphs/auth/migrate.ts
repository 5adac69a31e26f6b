import { databaseUrls, migrationUrls } from '../../runtime/database-settings.ts';
import { migrate } from '../../runtime/migrate.ts';
import { readSettings } from '../../runtime/settings.ts';
import { entities } from './database.ts';
import { migrations } from './migrations.ts';

const { DATABASE_URL_AUTH: url, DATABASE_URL_AUTH_MIGRATION: migrationUrl } = readSettings({
  DATABASE_URL_AUTH: databaseUrls.DATABASE_URL_AUTH,
  DATABASE_URL_AUTH_MIGRATION: migrationUrls.DATABASE_URL_AUTH_MIGRATION,
});

await migrate('auth', { url, migrationUrl, entities }, migrations);
