import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { places } from '../deploy/local/places.ts';
import { readRunningStore } from '../deploy/local/running-store.ts';
import { subgraphs } from '../runtime/services.ts';
import { count, databaseUrl } from '../runtime/setting-types.ts';
import { parseSettings } from '../runtime/settings.ts';
import { archiveFolder } from './archive/archive-folder.ts';
import type { Command } from './command-line.ts';

const url = databaseUrl.optional();

/** What a backup reads from the environment. */
const backupSettings = {
  BACKUP_DIR: archiveFolder,
  BACKUP_KEEP_DAYS: count(1, 3650, 14),
  BACKUP_DATABASE_URL_AUTH: url,
  BACKUP_DATABASE_URL_CATALOG: url,
  BACKUP_DATABASE_URL_PURCHASE: url,
  DATABASE_URL_AUTH: url,
  DATABASE_URL_CATALOG: url,
  DATABASE_URL_PURCHASE: url,
};

export interface Settings {
  archive: string;
  /** Undefined for what looks at the backup alone. */
  databases: DatabaseUrls | undefined;
  keepDays: number;
  everyHours: number;
}

/** The settings of a backup, or every mistake in them. */
export function readOptions(
  command: Command,
  environment: Record<string, string | undefined>,
): { settings: Settings } | { mistakes: string[] } {
  const result = parseSettings(
    { ...backupSettings, EVERY: count(1, 24 * 31, 24) },
    { ...environment, EVERY: command.every },
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
  const running = missing.length === 3 ? readRunningStore(places.runningStore)?.databases : undefined;
  const databases = auth && catalog && purchase ? { auth, catalog, purchase } : running;
  if (needsThem && !databases)
    return {
      mistakes:
        missing.length === 3
          ? [
              'No store runs in this folder: start it with npm start, or set BACKUP_DATABASE_URL_AUTH, …_CATALOG and …_PURCHASE',
            ]
          : missing.map(name => `BACKUP_DATABASE_URL_${name.toUpperCase()}: is not set; set all three`),
    };
  return {
    settings: {
      archive: settings.BACKUP_DIR,
      databases,
      keepDays: settings.BACKUP_KEEP_DAYS,
      everyHours: settings.EVERY,
    },
  };
}
