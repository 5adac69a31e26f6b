import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { places } from '../deploy/local/places.ts';
import { readRunningStore } from '../deploy/local/running-store.ts';
import type { SubgraphName } from '../runtime/services.ts';
import { commonSettings, count, databaseUrl } from '../runtime/setting-types.ts';
import { parseSettings } from '../runtime/settings.ts';
import type { Command } from './command-line.ts';

/** What the oracle reads from the environment. */
export const invariantsSettings = {
  DATABASE_URL_AUTH: databaseUrl.optional(),
  DATABASE_URL_CATALOG: databaseUrl.optional(),
  DATABASE_URL_PURCHASE: databaseUrl.optional(),
  RECOVERY_SECONDS: count(1, 3600, 10),
  INVARIANTS_GRACE_SECONDS: count(0, 86_400, 60),
  METRICS_PORT: count(1, 65_535, 9464),
  HOST: commonSettings.HOST,
  LOG_LEVEL: commonSettings.LOG_LEVEL,
};

export interface Settings {
  databases: DatabaseUrls;
  recoverySeconds: number;
  graceSeconds: number;
  /** Undefined: look once. */
  everySeconds: number | undefined;
  host: string;
  port: number;
  logLevel: string;
}

type Environment = Record<string, string | undefined>;

/** Options of the command are settings that win over the environment. */
const environmentWith = ({ port, grace }: Command, environment: Environment): Environment => ({
  ...environment,
  ...(port !== undefined && { METRICS_PORT: port }),
  ...(grace !== undefined && { INVARIANTS_GRACE_SECONDS: grace }),
});

function databasesOf(
  given: Record<SubgraphName, string | undefined>,
  mistakes: string[],
): DatabaseUrls | undefined {
  const { auth, catalog, purchase } = given;
  if (auth && catalog && purchase) return { auth, catalog, purchase };
  const missing = Object.entries(given).filter(([, url]) => url === undefined);
  const found = missing.length === 3 ? readRunningStore(places.runningStore)?.databases : undefined;
  if (found) return found;
  if (missing.length === 3)
    mistakes.push(
      'No store runs in this folder: start it with npm start, or set DATABASE_URL_AUTH, DATABASE_URL_CATALOG and DATABASE_URL_PURCHASE',
    );
  else
    for (const [name] of missing)
      mistakes.push(
        `DATABASE_URL_${name.toUpperCase()}: is not set; set all three, or none for the store of npm start`,
      );
  return undefined;
}

/** The settings of a run, or every mistake in them. */
export function readOptions(
  command: Command,
  environment: Environment,
): { settings: Settings } | { mistakes: string[] } {
  const result = parseSettings(
    { ...invariantsSettings, EVERY: count(1, 86_400, 60) },
    { ...environmentWith(command, environment), EVERY: command.every },
  );
  if ('mistakes' in result)
    return { mistakes: result.mistakes.map(mistake => mistake.replace(/^EVERY/, '--every')) };
  const mistakes: string[] = [];
  const { settings } = result;
  const databases = databasesOf(
    {
      auth: settings.DATABASE_URL_AUTH,
      catalog: settings.DATABASE_URL_CATALOG,
      purchase: settings.DATABASE_URL_PURCHASE,
    },
    mistakes,
  );
  if (!databases) return { mistakes };
  return {
    settings: {
      databases,
      recoverySeconds: settings.RECOVERY_SECONDS,
      graceSeconds: settings.INVARIANTS_GRACE_SECONDS,
      everySeconds: command.every === undefined ? undefined : settings.EVERY,
      host: settings.HOST,
      port: settings.METRICS_PORT,
      logLevel: settings.LOG_LEVEL,
    },
  };
}
