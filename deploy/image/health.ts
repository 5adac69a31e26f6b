import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { services } from '../../runtime/services.ts';
import { portOf } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';
import { findCommand } from './commands.ts';

// The health check of the image: exit code 0 or 1. A service is healthy when it is ready for the first time, and from
// then on as long as it is alive: whoever is not ready because a database is away is not helped by being killed.

const wasReady = join(tmpdir(), 'was-ready');
const patienceMilliseconds = 3_000;

/** The first process of this container is `node …/run.ts COMMAND …`, perhaps behind an init. */
function commandOfContainer() {
  const words = readFileSync('/proc/1/cmdline', 'utf8').split('\0');
  return findCommand(words[words.findIndex(word => word.endsWith('run.ts')) + 1] ?? '');
}

async function answers(port: number, path: string): Promise<boolean> {
  const signal = AbortSignal.timeout(patienceMilliseconds);
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal }).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok ?? false;
}

const service = commandOfContainer()?.service;
if (service) {
  const setting = services[service].portSetting;
  const port = readSettings({ [setting]: portOf(service) })[setting] ?? services[service].port;
  const isHealthy = await answers(port, existsSync(wasReady) ? '/health' : '/ready');
  if (isHealthy) writeFileSync(wasReady, '');
  process.exitCode = isHealthy ? 0 : 1;
}
