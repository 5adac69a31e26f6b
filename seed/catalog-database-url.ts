import { places } from '../deploy/local/places.ts';
import { readRunningStore } from '../deploy/local/running-store.ts';
import { readSettings } from '../runtime/settings.ts';
import { CannotSeed } from './cannot-seed.ts';
import { seedSettings } from './env.ts';

/**
 * Catalog's database: DATABASE_URL_CATALOG, else that of the store that runs in this folder. Throws CannotSeed
 * where there is neither.
 */
export function catalogDatabaseUrl(): string {
  const { DATABASE_URL_CATALOG } = seedSettings;
  const { DATABASE_URL_CATALOG: given } = readSettings({ DATABASE_URL_CATALOG });
  const url = given ?? readRunningStore(places.runningStore)?.databases.catalog;
  if (url) return url;
  throw new CannotSeed('No store runs in this folder: start it with npm start, or set DATABASE_URL_CATALOG.');
}
