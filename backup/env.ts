import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { places } from '../deploy/local/places.ts';
import { readRunningStore } from '../deploy/local/running-store.ts';
import { givenDatabaseUrls } from '../runtime/database-settings.ts';
import { processSettings } from '../runtime/process-settings.ts';
import { databaseSetting, type SubgraphName, subgraphs } from '../runtime/services.ts';
import { count, databaseUrl } from '../runtime/setting-types.ts';
import { parseSettings } from '../runtime/settings.ts';
import { archiveFolder } from './archive/archive-folder.ts';
import type { Command } from './command-line.ts';

const urlOf = (name: SubgraphName) =>
  databaseUrl.describe(
    `The database of ${name}, by a user who [may copy all of it](../backup/README.md#what-is-set-up-once).`,
  );

/** What is backed up, by users who may do more than the store's own. */
export const backupDatabaseUrls = {
  BACKUP_DATABASE_URL_AUTH: urlOf('auth'),
  BACKUP_DATABASE_URL_CATALOG: urlOf('catalog'),
  BACKUP_DATABASE_URL_PURCHASE: urlOf('purchase'),
};

/** What a backup reads from the environment. */
export const backupSettings = {
  BACKUP_DIR: archiveFolder,
  BACKUP_KEEP_DAYS: count(1, 3650, 14).describe(
    '`npm run backup -- --every` removes snapshots that are older, with the logs before the oldest that stays.',
  ),
  BACKUP_DATABASE_URL_AUTH: backupDatabaseUrls.BACKUP_DATABASE_URL_AUTH.optional(),
  BACKUP_DATABASE_URL_CATALOG: backupDatabaseUrls.BACKUP_DATABASE_URL_CATALOG.optional(),
  BACKUP_DATABASE_URL_PURCHASE: backupDatabaseUrls.BACKUP_DATABASE_URL_PURCHASE.optional(),
  ...givenDatabaseUrls,
  LOG_LEVEL: processSettings.LOG_LEVEL,
};

export interface Settings {
  archive: string;
  /** Undefined for what looks at the backup alone. */
  databases: DatabaseUrls | undefined;
  keepDays: number;
  everyHours: number;
  logLevel: string;
}

/** The settings of a backup, or every mistake in them. */
export function readOptions(
  command: Command,
  environment: Record<string, string | undefined>,
): { settings: Settings } | { mistakes: string[] } {
  const result = parseSettings(
    { ...backupSettings, EVERY: count(1, 24 * 31, 24) },
    { ...environment, EVERY: command.every, EVERY_FILE: undefined },
  );
  if ('mistakes' in result)
    return { mistakes: result.mistakes.map(mistake => mistake.replace(/^EVERY/, '--every')) };
  const { settings } = result;
  const auth = settings.BACKUP_DATABASE_URL_AUTH ?? settings.DATABASE_URL_AUTH;
  const catalog = settings.BACKUP_DATABASE_URL_CATALOG ?? settings.DATABASE_URL_CATALOG;
  const purchase = settings.BACKUP_DATABASE_URL_PURCHASE ?? settings.DATABASE_URL_PURCHASE;
  const given = { auth, catalog, purchase };
  const missing = subgraphs.filter(name => given[name] === undefined);
  const needsThem = !['list', 'verify', 'check'].includes(command.verb);
  const store = missing.length === 3 ? readRunningStore(places.runningStore) : undefined;
  // On MySQL tables are locked for a moment.
  const running = store?.migrations ?? store?.databases;
  const databases = auth && catalog && purchase ? { auth, catalog, purchase } : running;
  if (needsThem && !databases)
    return {
      mistakes:
        missing.length === 3
          ? [
              'No store runs in this folder: start it with npm start, or set BACKUP_DATABASE_URL_AUTH, …_CATALOG and …_PURCHASE',
            ]
          : missing.map(name => `BACKUP_${databaseSetting(name)}: is not set; set all three`),
    };
  return {
    settings: {
      archive: settings.BACKUP_DIR,
      databases,
      keepDays: settings.BACKUP_KEEP_DAYS,
      everyHours: settings.EVERY,
      logLevel: settings.LOG_LEVEL,
    },
  };
}
