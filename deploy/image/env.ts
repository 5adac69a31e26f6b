import { databaseUrls, migrationUrls } from '../../runtime/database-settings.ts';
import { databaseUrl } from '../../runtime/setting-types.ts';

/** What the command `create-databases` reads. */
export const createDatabasesSettings = {
  DATABASE_ADMIN_URL: databaseUrl.describe(
    'The administrator of a database server that others keep, such as Aurora, on which databases and users are to be made.',
  ),
  ...databaseUrls,
  ...migrationUrls,
};
