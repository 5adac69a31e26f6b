import { archiveFolder } from '../backup/archive/archive-folder.ts';
import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { givenDatabaseUrls } from '../runtime/database-settings.ts';
import { databaseSetting, type SubgraphName, subgraphs } from '../runtime/services.ts';
import { databaseUrl } from '../runtime/setting-types.ts';
import { parseSettings } from '../runtime/settings.ts';
import { recoverySeconds } from '../subgraphs/purchase/env.ts';

const urlOf = (name: SubgraphName) =>
  databaseUrl
    .describe(
      `What the database of ${name} is restored into, by a user who [may do all with it](../backup/README.md#what-is-set-up-once).`,
    )
    .optional();

/** What a restore reads from the environment. */
export const restoreSettings = {
  BACKUP_DIR: archiveFolder,
  RESTORE_DATABASE_URL_AUTH: urlOf('auth'),
  RESTORE_DATABASE_URL_CATALOG: urlOf('catalog'),
  RESTORE_DATABASE_URL_PURCHASE: urlOf('purchase'),
  ...givenDatabaseUrls,
  RECOVERY_SECONDS: recoverySeconds,
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
    const missing = subgraphs.filter(name => !given[name]).map(databaseSetting);
    return {
      mistakes: missing.map(name => `RESTORE_${name}: is not set, nor is ${name}`),
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
