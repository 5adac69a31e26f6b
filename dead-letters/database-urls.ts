import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { places } from '../deploy/local/places.ts';
import { readRunningStore } from '../deploy/local/running-store.ts';
import { databaseUrl } from '../runtime/setting-types.ts';
import { readSettings } from '../runtime/settings.ts';

/** The store's databases: those that the settings name, else those of the store that runs in this folder. */
export function databaseUrls(): DatabaseUrls {
  const url = databaseUrl.optional();
  const settings = readSettings({
    DATABASE_URL_AUTH: url,
    DATABASE_URL_CATALOG: url,
    DATABASE_URL_PURCHASE: url,
  });
  const {
    DATABASE_URL_AUTH: auth,
    DATABASE_URL_CATALOG: catalog,
    DATABASE_URL_PURCHASE: purchase,
  } = settings;
  if (auth && catalog && purchase) return { auth, catalog, purchase };
  const running = readRunningStore(places.runningStore);
  if (running) return running.databases;
  throw new Error('No store runs in this folder: start it with npm start, or set the three DATABASE_URL_….');
}
