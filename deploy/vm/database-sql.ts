import { databaseUrl } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';
import { databaseStatements } from '../local/databases.ts';

// node deploy/vm/database-sql.ts: prints the SQL that makes the databases of the three DATABASE_URL_… and their users.

const urls = readSettings({
  DATABASE_URL_AUTH: databaseUrl,
  DATABASE_URL_CATALOG: databaseUrl,
  DATABASE_URL_PURCHASE: databaseUrl,
});

for (const url of Object.values(urls)) {
  const { hostname, password, pathname } = new URL(url);
  for (const statement of databaseStatements(pathname.slice(1), hostname, password))
    console.log(`${statement};`);
}
