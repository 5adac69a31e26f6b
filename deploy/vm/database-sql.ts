import { databaseUrl } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';
import { databaseStatements } from '../local/database-statements.ts';

// node deploy/vm/database-sql.ts: prints the SQL that makes the databases of the three DATABASE_URL_… and their users.

const urls = readSettings({
  DATABASE_URL_AUTH: databaseUrl,
  DATABASE_URL_CATALOG: databaseUrl,
  DATABASE_URL_PURCHASE: databaseUrl,
});

for (const url of Object.values(urls)) {
  const { hostname: from, password, username: user, pathname } = new URL(url);
  for (const statement of databaseStatements({ database: pathname.slice(1), user, from, password }))
    console.log(`${statement};`);
}
