import { createConnection } from 'mysql2/promise';
import { type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { readSettings } from '../../runtime/settings.ts';
import { type DatabaseRights, databaseStatements } from '../local/database-statements.ts';
import { explain } from '../local/explain.ts';
import { waitForDatabase } from '../local/wait-for-databases.ts';
import { createDatabasesSettings } from './env.ts';

// The command `create-databases`: on a server that others keep, such as Aurora, makes the databases that the three
// DATABASE_URL_… name, each with its user and password, as the administrator of DATABASE_ADMIN_URL. May be run again:
// what is there stays, and passwords become those of the URLs; in MySQL those before stay good until it is run once more.
// Where there is a DATABASE_URL_…_MIGRATION, its user gets all rights and that of DATABASE_URL_… may read: migrate, run next,
// grants it the rest.

const settings = readSettings(createDatabasesSettings);
const { DATABASE_ADMIN_URL: adminUrl } = settings;

interface Access {
  url: string;
  rights: DatabaseRights;
}

function accesses(service: string, migration: string | undefined): Access[] {
  if (migration === undefined) return [{ url: service, rights: 'all' }];
  return [
    { url: migration, rights: 'all and grant' },
    { url: service, rights: 'read' },
  ];
}

const bySubgraph: Record<SubgraphName, Access[]> = {
  auth: accesses(settings.DATABASE_URL_AUTH, settings.DATABASE_URL_AUTH_MIGRATION),
  catalog: accesses(settings.DATABASE_URL_CATALOG, settings.DATABASE_URL_CATALOG_MIGRATION),
  purchase: accesses(settings.DATABASE_URL_PURCHASE, settings.DATABASE_URL_PURCHASE_MIGRATION),
};

async function createDatabases(): Promise<void> {
  await waitForDatabase('the database server', adminUrl, new AbortController().signal);
  const connection = await createConnection(adminUrl);
  try {
    for (const { url, rights } of subgraphs.flatMap(name => bySubgraph[name])) {
      const { username, password, pathname } = new URL(url);
      const database = decodeURIComponent(pathname.slice(1));
      const user = decodeURIComponent(username);
      const statements = databaseStatements({
        database,
        user,
        from: '%',
        password: decodeURIComponent(password),
        rights,
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
