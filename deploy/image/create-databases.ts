import { createConnection } from 'mysql2/promise';
import { type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { readSettings } from '../../runtime/settings.ts';
import { type DatabaseRights, databaseStatements } from '../local/database-statements.ts';
import { explain } from '../local/explain.ts';
import { waitForDatabase } from '../local/wait-for-databases.ts';
import { createDatabasesSettings } from './env.ts';

// The command `create-databases`: on a server that others keep, such as Aurora, or on three, makes the databases that the
// three DATABASE_URL_… name, each with its user and password, as the administrator of DATABASE_ADMIN_URL (or of
// DATABASE_ADMIN_URL_AUTH and so on). May be run again, while services work: what is there stays, and passwords become those
// of the URLs; in MySQL those before stay good until it is run once more. Where there is a DATABASE_URL_…_MIGRATION, its
// user gets all rights and that of DATABASE_URL_… may read: migrate, run next, grants it the rest, and takes away what it was
// granted before.

const settings = readSettings(createDatabasesSettings);

interface Access {
  url: string;
  rights: DatabaseRights;
}

interface Plan {
  administrator: string;
  accesses: Access[];
}

function plan(own: string | undefined, service: string, migration: string | undefined): Plan {
  const administrator = own ?? settings.DATABASE_ADMIN_URL;
  if (!administrator) throw new Error('No administrator is named.');
  if (!migration) return { administrator, accesses: [{ url: service, rights: 'all' }] };
  const accesses: Access[] = [
    { url: migration, rights: 'all and grant' },
    { url: service, rights: 'read' },
  ];
  return { administrator, accesses };
}

const plans: Record<SubgraphName, Plan> = {
  auth: plan(
    settings.DATABASE_ADMIN_URL_AUTH,
    settings.DATABASE_URL_AUTH,
    settings.DATABASE_URL_AUTH_MIGRATION,
  ),
  catalog: plan(
    settings.DATABASE_ADMIN_URL_CATALOG,
    settings.DATABASE_URL_CATALOG,
    settings.DATABASE_URL_CATALOG_MIGRATION,
  ),
  purchase: plan(
    settings.DATABASE_ADMIN_URL_PURCHASE,
    settings.DATABASE_URL_PURCHASE,
    settings.DATABASE_URL_PURCHASE_MIGRATION,
  ),
};

function statementsOf({ url, rights }: Access): { statements: string[]; done: string } {
  const { username, password, pathname } = new URL(url);
  const [user, database] = [username, pathname.slice(1)].map(decodeURIComponent);
  if (!user || !database) throw new Error('A URL lacks its user or its database.');
  const access = { database, user, from: '%', password: decodeURIComponent(password), rights };
  return { statements: databaseStatements(access), done: `${database}: there, for the user ${user}` };
}

async function createDatabase({ administrator, accesses }: Plan): Promise<void> {
  await waitForDatabase('the database server', administrator, new AbortController().signal);
  const connection = await createConnection(administrator);
  try {
    for (const { statements, done } of accesses.map(statementsOf)) {
      for (const statement of statements) await connection.query(statement);
      console.log(done);
    }
  } finally {
    await connection.end();
  }
}

try {
  for (const subgraph of subgraphs) await createDatabase(plans[subgraph]);
} catch (error) {
  console.error(`Creating the databases failed: ${explain(error)}`);
  process.exitCode = 1;
}
