import { backupDatabaseUrls } from '../../backup/env.ts';
import { databaseUrls } from '../../runtime/database-settings.ts';
import { readSettings } from '../../runtime/settings.ts';
import { databaseStatements } from '../local/database-statements.ts';

// node deploy/vm/database-sql.ts: prints the SQL that makes the databases of the three DATABASE_URL_… and their users,
// and the users of the three BACKUP_DATABASE_URL_…, with the rights that backup/README.md asks for.

const stores = readSettings(databaseUrls);
const backups = readSettings(backupDatabaseUrls);

/** _ is a wildcard in GRANT. */
const backupStatements = ({ hostname, username, password, pathname }: URL): string[] => [
  `CREATE USER IF NOT EXISTS '${username}'@'${hostname}' IDENTIFIED BY '${password}'`,
  `ALTER USER '${username}'@'${hostname}' IDENTIFIED BY '${password}'`,
  `GRANT SELECT, LOCK TABLES, SHOW VIEW, TRIGGER ON \`${pathname.slice(1).replaceAll('_', '\\_')}\`.* TO '${username}'@'${hostname}'`,
  `GRANT REPLICATION CLIENT, REPLICATION SLAVE ON *.* TO '${username}'@'${hostname}'`,
];

const statements = [
  ...Object.values(stores).flatMap(url => {
    const { hostname: from, password, username: user, pathname } = new URL(url);
    return databaseStatements({ database: pathname.slice(1), user, from, password });
  }),
  ...Object.values(backups).flatMap(url => backupStatements(new URL(url))),
];
for (const statement of statements) console.log(`${statement};`);
