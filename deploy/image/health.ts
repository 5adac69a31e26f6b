import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServiceName, services } from '../../runtime/services.ts';
import { findCommand } from './commands.ts';

// The health check of the image: exit code 0 or 1. A service is healthy when it is ready for the first time, and from
// then on as long as it is alive: whoever is not ready because a database is away is not helped by being killed.
// It runs every few seconds beside every process, so it loads next to nothing: neither fetch nor, mostly, the settings.

const wasReady = join(tmpdir(), 'was-ready');
const patienceMilliseconds = 8_000;

/** The first process of this container is `node …/run.ts COMMAND …`, perhaps behind an init. */
function commandOfContainer() {
  const words = readFileSync('/proc/1/cmdline', 'utf8').split('\0');
  return findCommand(words[words.findIndex(word => word.endsWith('run.ts')) + 1] ?? '');
}

/** Where the service listens: elsewhere than usual only where a setting says so. */
async function portOfContainer(service: ServiceName): Promise<number> {
  const { port, portSetting } = services[service];
  if (!process.env[portSetting] && !process.env[`${portSetting}_FILE`]) return port;
  const { portOf } = await import('../../runtime/setting-types.ts');
  const { readSettings } = await import('../../runtime/settings.ts');
  return readSettings({ [portSetting]: portOf(service) })[portSetting] ?? port;
}

const answers = (port: number, path: string): Promise<boolean> =>
  new Promise(resolve => {
    const signal = AbortSignal.timeout(patienceMilliseconds);
    get({ host: '127.0.0.1', port, path, agent: false, signal }, response => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on('error', () => resolve(false));
  });

const service = commandOfContainer()?.service;
if (service) {
  const isHealthy = await answers(
    await portOfContainer(service),
    existsSync(wasReady) ? '/health' : '/ready',
  );
  if (isHealthy) writeFileSync(wasReady, '');
  process.exitCode = isHealthy ? 0 : 1;
}
