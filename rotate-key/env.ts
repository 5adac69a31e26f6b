import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { places } from '../deploy/local/places.ts';
import { readRunningStore } from '../deploy/local/running-store.ts';
import { databaseSettings } from '../runtime/database-settings.ts';
import { processSettings } from '../runtime/process-settings.ts';
import { databaseUrlOf } from '../runtime/setting-types.ts';
import { parseSettings } from '../runtime/settings.ts';
import { authSettings } from '../subgraphs/auth/env.ts';

const whole = {
  ...databaseSettings,
  LOG_LEVEL: processSettings.LOG_LEVEL,
  DATABASE_URL_AUTH: databaseUrlOf('auth'),
  AUTH_SIGNING_KEY: authSettings.AUTH_SIGNING_KEY,
};

/** What the command reads from the environment. */
export const rotateKeySettings = {
  ...whole,
  DATABASE_URL_AUTH: whole.DATABASE_URL_AUTH.optional(),
  AUTH_SIGNING_KEY: whole.AUTH_SIGNING_KEY.optional(),
};

type Settings = z.infer<z.ZodObject<typeof whole>>;

/** Where auth's database is and the key that seals others: both as given, or of the store that runs in this folder. */
export function readOptions(): { settings: Settings } | { mistakes: string[] } {
  const given = parseSettings(rotateKeySettings, process.env);
  if ('mistakes' in given) return given;
  const { DATABASE_URL_AUTH, AUTH_SIGNING_KEY } = given.settings;
  if (DATABASE_URL_AUTH || AUTH_SIGNING_KEY) return parseSettings(whole, process.env);
  const running = readRunningStore(places.runningStore);
  if (!running)
    return {
      mistakes: [
        'No store runs in this folder: start it with npm start, or set DATABASE_URL_AUTH and AUTH_SIGNING_KEY',
      ],
    };
  return parseSettings(whole, {
    ...process.env,
    DATABASE_URL_AUTH: running.databases.auth,
    AUTH_SIGNING_KEY: readFileSync(places.signingKey, 'utf8'),
  });
}
