import { databaseUrls, migrationUrls } from '../../runtime/database-settings.ts';
import { migrate } from '../../runtime/migrate.ts';
import { readSettings } from '../../runtime/settings.ts';
import { entities } from './database.ts';
import { migrations } from './migrations.ts';

const { DATABASE_URL_PURCHASE: url, DATABASE_URL_PURCHASE_MIGRATION: migrationUrl } = readSettings({
  DATABASE_URL_PURCHASE: databaseUrls.DATABASE_URL_PURCHASE,
  DATABASE_URL_PURCHASE_MIGRATION: migrationUrls.DATABASE_URL_PURCHASE_MIGRATION,
});

await migrate('purchase', { url, migrationUrl, entities }, migrations);
