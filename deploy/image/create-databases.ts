import { createConnection } from 'mysql2/promise';
import { readSettings } from '../../runtime/settings.ts';
import { databaseStatements } from '../local/database-statements.ts';
import { explain } from '../local/explain.ts';
import { waitForDatabase } from '../local/wait-for-databases.ts';
import { createDatabasesSettings } from './env.ts';

// The command `create-databases`: on a server that others keep, such as Aurora, makes the databases that the three
// DATABASE_URL_… name, each with its user and password, as the administrator of DATABASE_ADMIN_URL. May be run again:
// what is there stays, and passwords become those of the URLs; in MySQL those before stay good until it is run once more.

const { DATABASE_ADMIN_URL: adminUrl, ...urls } = readSettings(createDatabasesSettings);

async function createDatabases(): Promise<void> {
  await waitForDatabase('the database server', adminUrl, new AbortController().signal);
  const connection = await createConnection(adminUrl);
  try {
    for (const url of Object.values(urls)) {
      const { username, password, pathname } = new URL(url);
      const database = decodeURIComponent(pathname.slice(1));
      const user = decodeURIComponent(username);
      const statements = databaseStatements({
        database,
        user,
        from: '%',
        password: decodeURIComponent(password),
      });
      for (const statement of statements) await connection.query(statement);
      console.log(`${database}: there, for the user ${user}`);
    }
  } finally {
    await connection.end();
  }
}

try {
  await createDatabases();
} catch (error) {
  console.error(`Creating the databases failed: ${explain(error)}`);
  process.exitCode = 1;
}
