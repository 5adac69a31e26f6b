import { backupDatabaseUrls } from '../../backup/env.ts';
import { readSettings } from '../../runtime/settings.ts';

// node deploy/vm/backup-sql.ts: prints the SQL that makes the users of the three BACKUP_DATABASE_URL_…, with the rights
// that backup/README.md asks for.

for (const url of Object.values(readSettings(backupDatabaseUrls))) {
  const { hostname, username, password, pathname } = new URL(url);
  const user = `'${username}'@'${hostname}'`;
  // _ is a wildcard in GRANT.
  const database = `\`${pathname.slice(1).replaceAll('_', '\\_')}\``;
  console.log(`CREATE USER IF NOT EXISTS ${user} IDENTIFIED BY '${password}';
ALTER USER ${user} IDENTIFIED BY '${password}';
GRANT SELECT, LOCK TABLES, SHOW VIEW, TRIGGER ON ${database}.* TO ${user};
GRANT REPLICATION CLIENT, REPLICATION SLAVE ON *.* TO ${user};`);
}
