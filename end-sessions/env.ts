import type { z } from 'zod';
import { places } from '../deploy/local/places.ts';
import { readRunningStore } from '../deploy/local/running-store.ts';
import { databaseSettings } from '../runtime/database-settings.ts';
import { processSettings } from '../runtime/process-settings.ts';
import { databaseUrlOf } from '../runtime/setting-types.ts';
import { parseSettings } from '../runtime/settings.ts';

const whole = {
  ...databaseSettings,
  LOG_LEVEL: processSettings.LOG_LEVEL,
  DATABASE_URL_AUTH: databaseUrlOf('auth'),
};

/** What the command reads from the environment. */
export const endSessionsSettings = { ...whole, DATABASE_URL_AUTH: whole.DATABASE_URL_AUTH.optional() };

type Settings = z.infer<z.ZodObject<typeof whole>>;

/** Where auth's database is: as given, or of the store that runs in this folder. */
export function readOptions(): { settings: Settings } | { mistakes: string[] } {
  const given = parseSettings(endSessionsSettings, process.env);
  if ('mistakes' in given) return given;
  if (given.settings.DATABASE_URL_AUTH) return parseSettings(whole, process.env);
  const running = readRunningStore(places.runningStore);
  if (!running)
    return { mistakes: ['No store runs in this folder: start it with npm start, or set DATABASE_URL_AUTH'] };
  return parseSettings(whole, { ...process.env, DATABASE_URL_AUTH: running.databases.auth });
}
