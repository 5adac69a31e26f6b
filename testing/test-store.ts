import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { migrateDatabases } from '../deploy/local/migrate.ts';
import { places } from '../deploy/local/places.ts';
import {
  migrationSetting,
  type ServiceName,
  serviceNames,
  services,
  subgraphs,
} from '../runtime/services.ts';
import { startNginx } from './nginx.ts';
import { chooseLanes, chooseReplicas, freePorts, type Lane, type Ports } from './store-ports.ts';
import { createTestDatabases, createTestStoreDatabases } from './test-databases.ts';
import { TestProcess } from './test-process.ts';
import { raisedTimeLimits } from './time-limits.ts';
import { wholeSoon } from './whole-soon.ts';

export const administrator = { email: 'admin@bookstore.example', password: 'the keeper of all the books' };

/** What another process needs to use a test store. */
export interface StoreDescription {
  /** Base URLs of its gateways: one a lane; the one of NGINX alone where there are replicas. */
  gatewayUrls: string[];
  /** By users who may do all with them: what tests look at and prepare. */
  databases: DatabaseUrls;
  /** As the services use them; undefined where they do so by the same users. */
  serviceDatabases?: DatabaseUrls;
  /** PEM (PKCS #8) of the key that signs its access tokens, and the secret of its internal tokens. */
  signingKey: string;
  internalTokenSecret: string;
  /** Where the processes of each lane, or each replica, listen. */
  ports: Ports[];
  /** Where each answers GET /metrics, where it was asked to. */
  metricsPorts?: Ports[];
  /** Where NGINX listens for each service, where there are replicas. */
  front?: Ports;
  /** The folder of the certificate, for 127.0.0.1, by which all processes speak TLS; they speak plain HTTP without one. */
  tlsFolder?: string;
}

export interface TestStore {
  description: StoreDescription;
  /** The process of a service in a lane (auth and the worker are in lane 0 alone), or one of its replicas. */
  process(name: ServiceName, lane?: number): TestProcess;
  stop(): Promise<void>;
}

/** The settings of the processes of a lane, or of a replica. */
export function settingsOf(description: StoreDescription, lane: number): Record<string, string> {
  const ports = description.ports[lane];
  const { serviceDatabases: databases = description.databases, tlsFolder } = description;
  if (!ports) throw new RangeError(`There is no lane ${lane}.`);
  const settings: Record<string, string> = {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    INTERNAL_TOKEN_SECRET: description.internalTokenSecret,
    AUTH_SIGNING_KEY: description.signingKey,
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    PLAYGROUND: 'true',
    FILES_DIR: join(places.data, 'test', 'files'),
    // All people of the tests come from one address, and register at once.
    GUESSES_PER_NETWORK: '100000',
    REGISTRATIONS_PER_NETWORK: '100000',
    REGISTRATION_BY_MAIL: 'false',
    // Some tests have one buyer take a page of books, or most of a shelf.
    MAX_OPEN_RESERVATIONS: '100',
    MAX_COPIES_HELD: '1000',
    ...raisedTimeLimits,
    DATABASE_URL_AUTH: databases.auth,
    DATABASE_URL_CATALOG: databases.catalog,
    DATABASE_URL_PURCHASE: databases.purchase,
  };
  if (tlsFolder) settings.INTERNAL_TLS_DIR = tlsFolder;
  const scheme = tlsFolder ? 'https' : 'http';
  for (const name of serviceNames) {
    settings[services[name].portSetting] = String(ports[name]);
    settings[services[name].urlSetting] = `${scheme}://127.0.0.1:${(description.front ?? ports)[name]}`;
  }
  return settings;
}

/**
 * The databases of a store. Another version of the code may not know that services have users of their own; databases that are
 * given have those that they have.
 */
async function databasesFor(
  name: string,
  { databases, code }: { databases?: DatabaseUrls; code?: string },
): Promise<Pick<StoreDescription, 'databases' | 'serviceDatabases'>> {
  if (databases) return { databases };
  if (code !== undefined) return { databases: await createTestDatabases(name) };
  const { migrations, services: serviceDatabases } = await createTestStoreDatabases(name);
  return { databases: migrations, serviceDatabases };
}

const place = async ({
  lanes = 1,
  replicas,
}: {
  lanes?: number;
  replicas?: number;
}): Promise<{ lanes: Lane[]; front?: Ports }> =>
  replicas ? chooseReplicas(replicas) : { lanes: await chooseLanes(lanes) };

/**
 * Starts a store of its own for tests: three fresh databases, and every process for real, on free ports. With
 * two lanes there are two of catalog, purchase and gateway, each gateway with its own pair, over the same databases.
 * With replicas there are so many of every service, behind an NGINX that stands before each. It may be given empty
 * databases of another server, and the folder of another version of the store's code.
 */
export async function startTestStore(
  name: string,
  options: {
    lanes?: number;
    replicas?: number;
    settings?: Record<string, string>;
    databases?: DatabaseUrls;
    /** Whether each process answers GET /metrics on a port of its own. */
    metrics?: boolean;
    /** The folder of a certificate for 127.0.0.1, by which all processes then speak TLS. */
    tlsFolder?: string;
    code?: string;
  } = {},
): Promise<TestStore> {
  const { settings = {}, metrics = false, code, tlsFolder } = options;
  const { lanes, front } = await place(options);
  const metricsPorts = metrics ? await Promise.all(lanes.map(() => freePorts())) : undefined;
  const healthPorts = await Promise.all(lanes.map(({ ports }) => (tlsFolder ? freePorts() : ports)));
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const description: StoreDescription = {
    gatewayUrls: (front ? [front] : lanes.map(({ ports }) => ports)).map(
      ({ gateway }) => `${tlsFolder ? 'https' : 'http'}://127.0.0.1:${gateway}`,
    ),
    ...(await databasesFor(name, options)),
    signingKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    internalTokenSecret: 'a secret that only the services of a test store share',
    ports: lanes.map(({ ports }) => ports),
    ...(front && { front }),
    ...(tlsFolder && { tlsFolder }),
    ...(metricsPorts && { metricsPorts }),
  };
  const toMigrate = subgraphs.map(each => [migrationSetting(each), description.databases[each]] as const);
  const environment = {
    ...process.env,
    ...settingsOf(description, 0),
    ...(description.serviceDatabases && Object.fromEntries(toMigrate)),
    ...settings,
  };
  await migrateDatabases(environment, new AbortController().signal, code);

  const logs = join(places.data, 'test', 'logs');
  mkdirSync(logs, { recursive: true });
  const processes = new Map<string, TestProcess>();
  for (const [lane, { ports, services: ofLane }] of lanes.entries()) {
    for (const service of ofLane) {
      const healthPort = healthPorts[lane]?.[service] ?? ports[service];
      const process = new TestProcess({
        service,
        port: healthPort,
        settings: {
          ...settingsOf(description, lane),
          ...(metricsPorts && { METRICS_PORT: String(metricsPorts[lane]?.[service]) }),
          ...(tlsFolder && { HEALTH_PORT: String(healthPort) }),
          ...settings,
        },
        logFile: join(logs, `${name}-${service}-${lane}.log`),
        ...(code && { code }),
      });
      processes.set(`${service}/${lane}`, process);
      process.start();
    }
  }
  let nginx: { stop(): Promise<void> } | undefined;
  const stop = async () => {
    await Promise.all([...processes.values()].map(process => process.stop()));
    await nginx?.stop();
  };
  try {
    if (front) {
      const listens = serviceNames.map(service => ({
        port: front[service],
        upstream: lanes.map(({ ports }) => ports[service]),
      }));
      nginx = await startNginx({ folder: join(places.data, 'test', `nginx-${name}`), listens });
    }
    await Promise.all([...processes.values()].map(process => process.ready()));
    await wholeSoon(healthPorts.flatMap(ports => Object.values(ports)));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    description,
    process(service, lane = 0) {
      const found = processes.get(`${service}/${lane}`);
      if (!found) throw new RangeError(`There is no ${service} in lane ${lane}.`);
      return found;
    },
    stop,
  };
}
