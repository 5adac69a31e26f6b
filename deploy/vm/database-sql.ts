import { databaseUrls } from '../../runtime/database-settings.ts';
import { readSettings } from '../../runtime/settings.ts';
import { databaseStatements } from '../local/database-statements.ts';

// node deploy/vm/database-sql.ts: prints the SQL that makes the databases of the three DATABASE_URL_… and their users.

for (const url of Object.values(readSettings(databaseUrls))) {
  const { hostname: from, password, username: user, pathname } = new URL(url);
  for (const statement of databaseStatements({ database: pathname.slice(1), user, from, password }))
    console.log(`${statement};`);
}
