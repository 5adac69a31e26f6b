import type { z } from 'zod';
import type { givenDatabaseUrls } from '../../runtime/database-settings.ts';
import { databaseSetting, subgraphs } from '../../runtime/services.ts';
import type { DatabaseUrls } from './databases.ts';
import { places } from './places.ts';
import { readRunningStore } from './running-store.ts';

type Given = z.infer<z.ZodObject<typeof givenDatabaseUrls>>;

/**
 * The databases that a command works on: the three that are given or, where none is, those of the store that runs in
 * this folder. Or the mistakes.
 */
export function findDatabases(given: Given): DatabaseUrls | { mistakes: string[] } {
  const { DATABASE_URL_AUTH: auth, DATABASE_URL_CATALOG: catalog, DATABASE_URL_PURCHASE: purchase } = given;
  if (auth && catalog && purchase) return { auth, catalog, purchase };
  const missing = subgraphs.filter(name => !{ auth, catalog, purchase }[name]);
  if (missing.length < subgraphs.length)
    return {
      mistakes: missing.map(
        name => `${databaseSetting(name)}: is not set; set all three, or none for the store of npm start`,
      ),
    };
  const running = readRunningStore(places.runningStore)?.databases;
  if (running) return running;
  return {
    mistakes: [
      'No store runs in this folder: start it with npm start, or set DATABASE_URL_AUTH, DATABASE_URL_CATALOG and DATABASE_URL_PURCHASE',
    ],
  };
}
