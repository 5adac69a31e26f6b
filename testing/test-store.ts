import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { freePort } from '../deploy/local/free-port.ts';
import { migrateDatabases } from '../deploy/local/migrate.ts';
import { places } from '../deploy/local/places.ts';
import { type ServiceName, serviceNames, services } from '../runtime/services.ts';
import { createTestDatabases } from './test-databases.ts';
import { TestProcess } from './test-process.ts';

export const administrator = { email: 'admin@bookstore.example', password: 'the keeper of all the books' };

/** What another process needs to use a test store. */
export interface StoreDescription {
  /** Base URLs of its gateways: one a lane. */
  gatewayUrls: string[];
  databases: DatabaseUrls;
  /** PEM (PKCS #8) of the key that signs its access tokens, and the secret of its internal tokens. */
  signingKey: string;
  internalTokenSecret: string;
  ports: Record<ServiceName, number>[];
}

export interface TestStore {
  description: StoreDescription;
  /** The process of a service in a lane; auth and the worker are in lane 0 alone. */
  process(name: ServiceName, lane?: number): TestProcess;
  stop(): Promise<void>;
}

const inEachLane: readonly ServiceName[] = ['catalog', 'purchase', 'gateway'];

async function choosePorts(lanes: number): Promise<Record<ServiceName, number>[]> {
  const first = {
    auth: await freePort(),
    catalog: await freePort(),
    purchase: await freePort(),
    worker: await freePort(),
    gateway: await freePort(),
  };
  const ports = [first];
  for (let lane = 1; lane < lanes; lane += 1) {
    ports.push({
      ...first,
      catalog: await freePort(),
      purchase: await freePort(),
      gateway: await freePort(),
    });
  }
  return ports;
}

function settingsOf(description: StoreDescription, lane: number): Record<string, string> {
  const ports = description.ports[lane];
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
    RECOVERY_SECONDS: '1',
    // A machine that is busy with tests is slow, not broken.
    SUBGRAPH_TIMEOUT_MS: '30000',
    DATABASE_URL_AUTH: description.databases.auth,
    DATABASE_URL_CATALOG: description.databases.catalog,
    DATABASE_URL_PURCHASE: description.databases.purchase,
  };
  for (const name of serviceNames) {
    settings[services[name].portSetting] = String(ports[name]);
    settings[services[name].urlSetting] = `http://127.0.0.1:${ports[name]}`;
  }
  return settings;
}

/**
 * Starts a store of its own for tests: three fresh databases, and every process for real, on free ports. With
 * two lanes there are two of catalog, purchase and gateway, each gateway with its own pair, over the same databases.
 */
export async function startTestStore(
  name: string,
  options: { lanes?: number; settings?: Record<string, string> } = {},
): Promise<TestStore> {
  const { lanes = 1, settings = {} } = options;
  const ports = await choosePorts(lanes);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const description: StoreDescription = {
    gatewayUrls: ports.map(({ gateway }) => `http://127.0.0.1:${gateway}`),
    databases: await createTestDatabases(name),
    signingKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    internalTokenSecret: 'a secret that only the services of a test store share',
    ports,
  };
  const environment = { ...process.env, ...settingsOf(description, 0) };
  await migrateDatabases(() => environment, new AbortController().signal);

  const logs = join(places.data, 'test', 'logs');
  mkdirSync(logs, { recursive: true });
  const processes = new Map<string, TestProcess>();
  for (const [lane, portsOfLane] of ports.entries()) {
    for (const service of lane === 0 ? serviceNames : inEachLane) {
      const process = new TestProcess({
        entry: services[service].entry,
        port: portsOfLane[service],
        settings: { ...settingsOf(description, lane), ...settings },
        logFile: join(logs, `${name}-${service}-${lane}.log`),
      });
      processes.set(`${service}/${lane}`, process);
      process.start();
    }
  }
  const stop = async () => {
    await Promise.all([...processes.values()].map(process => process.stop()));
  };
  try {
    await Promise.all([...processes.values()].map(process => process.ready()));
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
