import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ServiceName, serviceNames } from '../../runtime/services.ts';
import { prepareBundle } from '../bundle/entry-of.ts';
import { allEnded } from './all-ended.ts';
import { buildPages } from './build-pages.ts';
import { getDatabases } from './get-databases.ts';
import { loadDemo } from './load-demo.ts';
import { migrateDatabases } from './migrate.ts';
import { places, projectFolder } from './places.ts';
import { isPortFree } from './port-free.mjs';
import { choosePorts } from './ports.ts';
import { step } from './progress.ts';
import { refuseTakenPorts } from './refuse-taken-ports.ts';
import { noteRunningStore } from './running-store.ts';
import { keepSecrets, keepSigningKey } from './secrets.ts';
import { administratorOf, migrationEnvironment, serviceEnvironment } from './service-environment.ts';
import type { LaunchSettings } from './settings.ts';
import { StartError } from './start-error.ts';
import { type SupervisedService, supervise } from './supervisor.ts';
import { watchInvariants } from './watch-invariants.ts';
import type { Welcome } from './welcome.ts';

/** Takes something back that the start has done; `now` asks to do it by force. */
export type Undo = (now: AbortSignal) => Promise<void>;

const supergraph = 'schema/supergraph.graphql';

/** Where a server that listens on `host` is reached from this machine. */
const reachable = (host: string): string => (['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host);

function urlOf(host: string, port: number): string {
  const name = reachable(host) === '127.0.0.1' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

/**
 * Brings the whole store up, and resolves when every service is ready and the demo data is there. Whatever it
 * starts it first enters in `undo`, to be taken back from the last to the first. Throws a StartError when
 * something is in the way, or what `signal` was aborted with.
 */
export async function openStore(
  settings: LaunchSettings,
  undo: Undo[],
  signal: AbortSignal,
): Promise<Welcome> {
  if (!existsSync(join(projectFolder, supergraph)))
    throw new StartError(`${supergraph} is missing: run npm run schema.`);
  const secrets = keepSecrets(places.secrets);
  keepSigningKey(places.signingKey);

  const databases = await getDatabases(settings.databases, signal);
  undo.push(databases.stop);

  const ports = await choosePorts(settings.ports, isPortFree);
  const plan = {
    environment: settings.environment,
    ports,
    secrets,
    signingKeyFile: places.signingKey,
    databases: databases.urls,
    migrations: databases.migrations,
  };
  const environmentOf = (name: ServiceName) => serviceEnvironment(plan, name);
  const bundle = () => prepareBundle(signal);
  await step('bundling the services', bundle, () => 'services bundled');
  const prepare = () => allEnded([migrateDatabases(migrationEnvironment(plan), signal), buildPages(signal)]);
  await step('migrating the databases, building the pages', prepare, () => 'databases migrated, pages built');

  const gatewayUrl = urlOf(settings.host, ports.gateway);
  const { drainSeconds } = settings;
  const { urls, migrations } = databases;
  const note = { gatewayUrl, databases: urls, ...(migrations && { migrations }), drainSeconds };
  const running = noteRunningStore(places.runningStore, note);
  undo.push(async () => running.remove());
  const start = (name: ServiceName): SupervisedService => {
    const noteProcess = running.add.bind(running, name);
    const host = name === 'gateway' ? reachable(settings.host) : '127.0.0.1';
    const service = supervise({
      name,
      host,
      port: ports[name],
      environment: environmentOf(name),
      drainSeconds,
      noteProcess,
    });
    undo.push(service.stop);
    return service;
  };
  signal.throwIfAborted();
  // Another store, started at the same time, may have got there first.
  await refuseTakenPorts(ports, settings.host);
  const allReady = () => Promise.all(serviceNames.map(start).map(service => service.ready));
  await step(
    'starting the services',
    () => Promise.race([rejectWhenAborted(signal), allReady()]),
    () => `services ready (${serviceNames.map(name => `${name} ${ports[name]}`).join(', ')})`,
  );
  await loadDemo(environmentOf('gateway'), gatewayUrl, settings.databases === undefined, signal);
  const oracle = watchInvariants(databases.urls, settings.environment);
  undo.push(async () => oracle.stop());
  return { url: gatewayUrl, administrator: administratorOf(plan) };
}
