import { ringOf } from '../../runtime/internal-keys.ts';
import {
  databaseSetting,
  migrationSetting,
  type ServiceName,
  serviceNames,
  services,
  subgraphs,
} from '../../runtime/services.ts';
import { memorySettings } from '../memory-settings.ts';
import type { DatabaseUrls } from './databases.ts';
import { places } from './places.ts';
import type { Ports } from './ports.ts';
import type { Secrets } from './secrets.ts';

type Environment = Record<string, string | undefined>;

/** Settings that begin so are for these services alone. */
const reserved: Record<string, readonly ServiceName[]> = {
  DATABASE_URL_AUTH: ['auth'],
  DATABASE_URL_CATALOG: ['catalog'],
  DATABASE_URL_PURCHASE: ['purchase', 'worker'],
  // No service changes tables.
  DATABASE_URL_AUTH_MIGRATION: [],
  DATABASE_URL_CATALOG_MIGRATION: [],
  DATABASE_URL_PURCHASE_MIGRATION: [],
  AMQP_URL: ['auth', 'catalog', 'purchase', 'worker'],
  AUTH_SIGNING_KEY: ['auth'],
  ADMIN_: ['auth'],
  SMTP_URL: ['auth'],
  MAIL_: ['auth'],
};

const adminEmail = 'admin@bookstore.example';

/** What the environment of a store's processes is made of. */
interface EnvironmentPlan {
  /** The user's environment, which wins over everything but what must fit this run. */
  environment: Environment;
  ports: Ports;
  secrets: Secrets;
  signingKeyFile: string;
  databases: DatabaseUrls;
  /** The same by users who change tables; undefined where the environment says, or the services' users do. */
  migrations?: DatabaseUrls | undefined;
}

/** A setting NAME may also be given as a file, by NAME_FILE. */
const isGiven = (environment: Environment, name: string): boolean =>
  [name, `${name}_FILE`, name.replace(/_FILE$/, '')].some(variant => environment[variant]);

/** Each process knows its own keys alone, but where the user has a secret that all share. */
const proofOf = ({ environment, secrets }: EnvironmentPlan, service: ServiceName): Environment =>
  isGiven(environment, 'INTERNAL_TOKEN_SECRET')
    ? {}
    : { INTERNAL_TOKEN_KEYS: ringOf(secrets.internalTokenSecret, service) };

function defaults(plan: EnvironmentPlan, service: ServiceName): Environment {
  const { ports, secrets, signingKeyFile, databases } = plan;
  const urls = subgraphs.map(name => [databaseSetting(name), databases[name]]);
  const addresses = serviceNames.map(name => [services[name].urlSetting, `http://127.0.0.1:${ports[name]}`]);
  return {
    ...memorySettings,
    NODE_ENV: 'development',
    STORE_URL: `http://localhost:${ports.gateway}`,
    MAIL_DIR: places.mail,
    ...proofOf(plan, service),
    AUTH_SIGNING_KEY_FILE: signingKeyFile,
    ADMIN_EMAIL: adminEmail,
    ADMIN_PASSWORD: secrets.adminPassword,
    ...Object.fromEntries([...urls, ...addresses]),
  };
}

/** An environment without the settings that are reserved for others than who `isFor` lets have them. */
const handOn = (environment: Environment, isFor: (start: string) => boolean): Environment =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) =>
      Object.keys(reserved).every(start => !name.startsWith(start) || isFor(start)),
    ),
  );

/** The administrator's e-mail address and password; no password where the user has set one. */
export function administratorOf(plan: EnvironmentPlan): { email: string; password: string | undefined } {
  const { environment, secrets } = plan;
  return {
    email: environment.ADMIN_EMAIL || adminEmail,
    password: isGiven(environment, 'ADMIN_PASSWORD') ? undefined : secrets.adminPassword,
  };
}

/**
 * The environment of a service: what the user set, then the launcher's defaults, without the secrets of others.
 * Every service but the gateway listens on 127.0.0.1 alone.
 */
export function serviceEnvironment(plan: EnvironmentPlan, service: ServiceName): NodeJS.ProcessEnv {
  const { environment, ports } = plan;
  const added = Object.entries(defaults(plan, service)).filter(([name]) => !isGiven(environment, name));
  const chosenPorts = serviceNames.map(name => [services[name].portSetting, String(ports[name])]);
  const all: Environment = { ...environment, ...Object.fromEntries([...added, ...chosenPorts]) };
  if (service !== 'gateway') all.HOST = '127.0.0.1';
  // On one machine each process has one of its own: the user's, and the four after it.
  if (/^\d+$/.test(all.METRICS_PORT ?? ''))
    all.METRICS_PORT = String(Number(all.METRICS_PORT) + serviceNames.indexOf(service));
  return handOn(all, start => reserved[start]?.includes(service) ?? false);
}

/**
 * The environment in which the databases are migrated: the user's, without the secrets that are for services alone, and where
 * the databases are.
 */
export function migrationEnvironment(plan: EnvironmentPlan): NodeJS.ProcessEnv {
  const { environment, databases, migrations } = plan;
  const urls = subgraphs
    .map(name => [databaseSetting(name), databases[name]] as const)
    .filter(([setting]) => !isGiven(environment, setting));
  const asMigrate = migrations
    ? subgraphs.map(name => [migrationSetting(name), migrations[name]] as const)
    : [];
  const isFor = (start: string) =>
    start.startsWith('DATABASE_URL_') && !(migrations && start.endsWith('_MIGRATION'));
  return { ...handOn(environment, isFor), ...Object.fromEntries([...urls, ...asMigrate]) };
}
