import { databaseUrls, migrationUrls } from '../../runtime/database-settings.ts';
import { readSettings } from '../../runtime/settings.ts';
import { type DatabaseRights, databaseStatements } from '../local/database-statements.ts';

// node deploy/vm/database-sql.ts: prints the SQL that makes the databases of the three DATABASE_URL_…, their users and, by the
// three DATABASE_URL_…_MIGRATION, the users who migrate. It takes no right from anybody: migrate, run next, does.

function print(url: string, rights: DatabaseRights): void {
  const { hostname: from, password, username: user, pathname } = new URL(url);
  for (const statement of databaseStatements({ database: pathname.slice(1), user, from, password, rights }))
    console.log(`${statement};`);
}

const settings = readSettings({ ...databaseUrls, ...migrationUrls });
const pairs: [service: string, migration: string | undefined][] = [
  [settings.DATABASE_URL_AUTH, settings.DATABASE_URL_AUTH_MIGRATION],
  [settings.DATABASE_URL_CATALOG, settings.DATABASE_URL_CATALOG_MIGRATION],
  [settings.DATABASE_URL_PURCHASE, settings.DATABASE_URL_PURCHASE_MIGRATION],
];
for (const [service, migration] of pairs) {
  if (migration) print(migration, 'all and grant');
  print(service, migration ? 'read' : 'all');
}
