import { archiveFolder } from '../backup/archive/archive-folder.ts';
import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';
import { count, databaseUrl } from '../runtime/setting-types.ts';
import { parseSettings } from '../runtime/settings.ts';

const url = databaseUrl.optional();

/** What a restore reads from the environment. */
const restoreSettings = {
  BACKUP_DIR: archiveFolder,
  RESTORE_DATABASE_URL_AUTH: url,
  RESTORE_DATABASE_URL_CATALOG: url,
  RESTORE_DATABASE_URL_PURCHASE: url,
  DATABASE_URL_AUTH: url,
  DATABASE_URL_CATALOG: url,
  DATABASE_URL_PURCHASE: url,
  RECOVERY_SECONDS: count(1, 3600, 10),
};

export interface Settings {
  archive: string;
  databases: DatabaseUrls;
  recoverySeconds: number;
}

/** The settings of a restore, or every mistake in them. */
export function readOptions(
  environment: Record<string, string | undefined>,
): { settings: Settings } | { mistakes: string[] } {
  const result = parseSettings(restoreSettings, environment);
  if ('mistakes' in result) return result;
  const { settings } = result;
  const given: Record<SubgraphName, string | undefined> = {
    auth: settings.RESTORE_DATABASE_URL_AUTH ?? settings.DATABASE_URL_AUTH,
    catalog: settings.RESTORE_DATABASE_URL_CATALOG ?? settings.DATABASE_URL_CATALOG,
    purchase: settings.RESTORE_DATABASE_URL_PURCHASE ?? settings.DATABASE_URL_PURCHASE,
  };
  const { auth, catalog, purchase } = given;
  if (!auth || !catalog || !purchase) {
    const missing = subgraphs.filter(name => !given[name]).map(name => name.toUpperCase());
    return {
      mistakes: missing.map(name => `RESTORE_DATABASE_URL_${name}: is not set, nor is DATABASE_URL_${name}`),
    };
  }
  return {
    settings: {
      archive: settings.BACKUP_DIR,
      databases: { auth, catalog, purchase },
      recoverySeconds: settings.RECOVERY_SECONDS,
    },
  };
}
