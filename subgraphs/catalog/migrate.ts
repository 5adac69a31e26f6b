import { databaseUrls, migrationUrls } from '../../runtime/database-settings.ts';
import { migrate } from '../../runtime/migrate.ts';
import { readSettings } from '../../runtime/settings.ts';
import { entities } from './database.ts';
import { migrations } from './migrations.ts';

const { DATABASE_URL_CATALOG: url, DATABASE_URL_CATALOG_MIGRATION: migrationUrl } = readSettings({
  DATABASE_URL_CATALOG: databaseUrls.DATABASE_URL_CATALOG,
  DATABASE_URL_CATALOG_MIGRATION: migrationUrls.DATABASE_URL_CATALOG_MIGRATION,
});

await migrate('catalog', { url, migrationUrl, entities }, migrations);
