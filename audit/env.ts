import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { findDatabases } from '../deploy/local/find-databases.ts';
import { givenDatabaseUrls } from '../runtime/database-settings.ts';
import { parseSettings } from '../runtime/settings.ts';

/** What the command reads from the environment. */
export const auditSettings = givenDatabaseUrls;

/** The databases whose audit logs are looked at, or the mistakes in the settings. */
export function readOptions(): { settings: DatabaseUrls } | { mistakes: string[] } {
  const given = parseSettings(auditSettings, process.env);
  if ('mistakes' in given) return given;
  const databases = findDatabases(given.settings);
  return 'mistakes' in databases ? databases : { settings: databases };
}
