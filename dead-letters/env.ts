import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { findDatabases } from '../deploy/local/find-databases.ts';
import { givenDatabaseUrls } from '../runtime/database-settings.ts';
import { amqpUrl } from '../runtime/setting-types.ts';
import { readSettings, settingsAreWrong } from '../runtime/settings.ts';

/** What the command reads from the environment. */
export const deadLettersSettings = { ...givenDatabaseUrls, AMQP_URL: amqpUrl };

/** Where events are: in the store's databases and, where there is one, its broker. With mistakes it prints them and exits 1. */
export function readDeadLettersSettings(): { databases: DatabaseUrls; amqpUrl: string | undefined } {
  const settings = readSettings(deadLettersSettings);
  const databases = findDatabases(settings);
  if (!('mistakes' in databases)) return { databases, amqpUrl: settings.AMQP_URL };
  process.stderr.write(settingsAreWrong(databases.mistakes));
  process.exit(1);
}
