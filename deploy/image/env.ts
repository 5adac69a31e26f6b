import { databaseUrls, migrationUrls } from '../../runtime/database-settings.ts';
import { type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { databaseUrl } from '../../runtime/setting-types.ts';
import { isGiven } from '../../runtime/settings.ts';

const administrator = databaseUrl.describe(
  'The administrator of the database server on which databases and users are to be made, such as Aurora’s. Not needed where each of the three servers has one of its own.',
);

const administratorOf = (name: SubgraphName) =>
  databaseUrl
    .describe(`The same for the database of ${name} alone, where that has a server of its own.`)
    .optional();

const hasEach = subgraphs.every(name => isGiven(`DATABASE_ADMIN_URL_${name.toUpperCase()}`));

/** What the command `create-databases` reads. */
export const createDatabasesSettings = {
  DATABASE_ADMIN_URL: hasEach ? administrator.optional() : administrator,
  DATABASE_ADMIN_URL_AUTH: administratorOf('auth'),
  DATABASE_ADMIN_URL_CATALOG: administratorOf('catalog'),
  DATABASE_ADMIN_URL_PURCHASE: administratorOf('purchase'),
  ...databaseUrls,
  ...migrationUrls,
};
