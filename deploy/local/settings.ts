import { givenDatabaseUrls } from '../../runtime/database-settings.ts';
import { processSettings } from '../../runtime/process-settings.ts';
import { databaseSetting, serviceNames, services, subgraphs } from '../../runtime/services.ts';
import { settingOrFile } from '../../runtime/setting-or-file.mjs';
import { portOf } from '../../runtime/setting-types.ts';
import { parseSettings, settingsAreWrong } from '../../runtime/settings.ts';
import type { DatabaseUrls } from './databases.ts';
import type { Ports } from './ports.ts';
import { StartError } from './start-error.ts';

type Environment = Record<string, string | undefined>;

/** What the user wants of the launcher. */
export interface LaunchSettings {
  /** What the user has set for the services. */
  environment: Environment;
  /** The ports that the user chose. */
  ports: Partial<Ports>;
  /** What the gateway listens on; all else listens on 127.0.0.1. */
  host: string;
  /** How long services go on answering when they are told to stop. */
  drainSeconds: number;
  /** The user's own databases, or undefined where the store is to get its own. */
  databases: DatabaseUrls | undefined;
}

/** Those that are no ports are left out: they are mistakes that parseSettings tells. */
function givenPorts(environment: Environment): Partial<Ports> {
  const ports: Partial<Ports> = {};
  for (const name of serviceNames) {
    const text = environment[services[name].portSetting];
    if (text && /^\d{1,5}$/.test(text)) ports[name] = Number(text);
  }
  return ports;
}

function portMistakes(given: Partial<Ports>): string[] {
  const ports: Partial<Ports> = { gateway: services.gateway.port, ...given };
  const mistakes: string[] = [];
  for (const [index, name] of serviceNames.entries()) {
    const { portSetting } = services[name];
    const same = serviceNames.slice(0, index).find(other => ports[other] && ports[other] === ports[name]);
    if (same) mistakes.push(`${services[same].portSetting} and ${portSetting} are the same: ${ports[name]}`);
  }
  return mistakes;
}

function databaseMistakes(environment: Environment): string[] {
  const isSet = (name: string) => Boolean(environment[name] || environment[`${name}_FILE`]);
  const missing = subgraphs.map(databaseSetting).filter(name => !isSet(name));
  if (missing.length > 0 && missing.length < subgraphs.length)
    return missing.map(
      name => `${name}: is not set; set all three, or none to have a server started for you`,
    );
  return missing
    .filter(name => isSet(`${name}_READER`))
    .map(name => `${name}_READER: is set without ${name}; set both or none`);
}

/** What the launcher reads from the environment, besides what it hands on to the services. */
export const launchSettings = {
  HOST: processSettings.HOST,
  DRAIN_SECONDS: processSettings.DRAIN_SECONDS,
  METRICS_PORT: processSettings.METRICS_PORT,
  PORT: portOf('gateway'),
  AUTH_PORT: portOf('auth'),
  CATALOG_PORT: portOf('catalog'),
  PURCHASE_PORT: portOf('purchase'),
  WORKER_PORT: portOf('worker'),
  ...givenDatabaseUrls,
};

/** The settings that the services are not given as the user has set them, or that the launcher tells the user. */
const own = ['HOST', 'METRICS_PORT', 'ADMIN_EMAIL', ...Object.values(services).map(each => each.portSetting)];

/** The user's environment, with these settings in the place of the files that hold them. */
function withoutFiles(environment: Environment): Environment {
  const inFiles = own.filter(name => environment[`${name}_FILE`]);
  const read = inFiles.map(name => {
    try {
      return { [name]: settingOrFile(name, environment), [`${name}_FILE`]: undefined };
    } catch {
      // Told with all other mistakes by whoever needs it.
      return {};
    }
  });
  return Object.assign({}, environment, ...read);
}

/** What the launcher reads from the environment. Throws a StartError with every mistake in it. */
export function readLaunchSettings(given: Environment): LaunchSettings {
  const result = parseSettings(launchSettings, given);
  const mistakes = 'mistakes' in result ? result.mistakes : [];
  const environment = withoutFiles(given);
  const ports = givenPorts(environment);
  mistakes.push(...portMistakes(ports), ...databaseMistakes(environment));
  if (mistakes.length > 0 || !('settings' in result))
    throw new StartError(settingsAreWrong(mistakes).trimEnd());
  const {
    HOST: host,
    DRAIN_SECONDS: drainSeconds,
    DATABASE_URL_AUTH: auth,
    DATABASE_URL_CATALOG: catalog,
    DATABASE_URL_PURCHASE: purchase,
  } = result.settings;
  const databases = auth && catalog && purchase ? { auth, catalog, purchase } : undefined;
  return { environment, ports, host, drainSeconds, databases };
}
