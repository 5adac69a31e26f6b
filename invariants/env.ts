import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { findDatabases } from '../deploy/local/find-databases.ts';
import { givenDatabaseUrls } from '../runtime/database-settings.ts';
import { processSettings } from '../runtime/process-settings.ts';
import { count } from '../runtime/setting-types.ts';
import { parseSettings } from '../runtime/settings.ts';
import { recoverySeconds } from '../subgraphs/purchase/env.ts';
import type { Command } from './command-line.ts';

/** What the oracle reads from the environment. */
export const invariantsSettings = {
  ...givenDatabaseUrls,
  RECOVERY_SECONDS: recoverySeconds,
  INVARIANTS_GRACE_SECONDS: count(0, 86_400, 60).describe(
    'How much later than RECOVERY_SECONDS anything may be before it is told.',
  ),
  METRICS_PORT: processSettings.METRICS_PORT.unwrap().default(9464),
  HOST: processSettings.HOST,
  LOG_LEVEL: processSettings.LOG_LEVEL,
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
  ...(port !== undefined && { METRICS_PORT: port, METRICS_PORT_FILE: undefined }),
  ...(grace !== undefined && { INVARIANTS_GRACE_SECONDS: grace, INVARIANTS_GRACE_SECONDS_FILE: undefined }),
});

/** The settings of a run, or every mistake in them. */
export function readOptions(
  command: Command,
  environment: Environment,
): { settings: Settings } | { mistakes: string[] } {
  const result = parseSettings(
    { ...invariantsSettings, EVERY: count(1, 86_400, 60) },
    { ...environmentWith(command, environment), EVERY: command.every, EVERY_FILE: undefined },
  );
  if ('mistakes' in result)
    return { mistakes: result.mistakes.map(mistake => mistake.replace(/^EVERY/, '--every')) };
  const { settings } = result;
  const databases = findDatabases(settings);
  if ('mistakes' in databases) return databases;
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
