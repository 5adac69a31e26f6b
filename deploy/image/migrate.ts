import { databaseUrls, migrationUrls } from '../../runtime/database-settings.ts';
import { migrate } from '../../runtime/migrate.ts';
import { reasonOf } from '../../runtime/reason-of.ts';
import { type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { readSettings } from '../../runtime/settings.ts';
import { schemas } from '../../subgraphs/schemas.ts';

// migrate: brings the three databases to their newest schema, side by side. Whatever becomes of one, the others are brought
// to theirs; the exit code is 1 where one failed, and the last lines tell which, and why.

if (process.argv.length > 2) {
  process.stderr.write(`migrate takes no words: it migrates ${subgraphs.join(', ')}.\n`);
  process.exit(2);
}
// All mistakes are told before anything is changed.
const settings = readSettings({ ...databaseUrls, ...migrationUrls });
const urls = {
  auth: { url: settings.DATABASE_URL_AUTH, migrationUrl: settings.DATABASE_URL_AUTH_MIGRATION },
  catalog: { url: settings.DATABASE_URL_CATALOG, migrationUrl: settings.DATABASE_URL_CATALOG_MIGRATION },
  purchase: { url: settings.DATABASE_URL_PURCHASE, migrationUrl: settings.DATABASE_URL_PURCHASE_MIGRATION },
};

async function failureOf(name: SubgraphName): Promise<string | undefined> {
  const { entities, migrations } = schemas[name];
  try {
    await migrate(name, { ...urls[name], entities }, migrations);
    return undefined;
  } catch (error) {
    return `migrating the database of ${name} failed: ${reasonOf(error)}`;
  }
}

for (const failure of await Promise.all(subgraphs.map(failureOf)))
  if (failure !== undefined) {
    console.error(failure);
    process.exitCode = 1;
  }
