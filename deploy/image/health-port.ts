import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processSettings } from '../../runtime/process-settings.ts';
import { reasonOf } from '../../runtime/reason-of.ts';
import { type ServiceName, services } from '../../runtime/services.ts';
import { portOf } from '../../runtime/setting-types.ts';
import { parseSettings } from '../../runtime/settings.ts';

type Environment = Record<string, string | undefined>;

/** Where a service answers health checks in plain HTTP; undefined where a setting is wrong, which the service says itself. */
function portIn(environment: Environment, service: ServiceName): number | undefined {
  const { portSetting } = services[service];
  const { HEALTH_PORT } = processSettings;
  const result = parseSettings({ [portSetting]: portOf(service), HEALTH_PORT }, environment);
  if (!('settings' in result)) return undefined;
  return result.settings.HEALTH_PORT ?? result.settings[portSetting];
}

/**
 * Tells the health check of the image (health.sh, which looks into HEALTH_DIR) where the process of this container answers: at
 * a service's HEALTH_PORT, or else its port; nowhere for a task, which is well as long as it runs. What an earlier process of
 * the container left goes; but a task that is run beside a service (docker exec) leaves what that one told.
 */
export function tellHealthCheck(service: ServiceName | undefined, environment: Environment): void {
  const folder = environment.HEALTH_DIR;
  if (!folder) return;
  const told = join(folder, 'health-port');
  if (!service && existsSync(told)) return;
  const port = service ? portIn(environment, service) : 'none';
  try {
    for (const file of [told, join(folder, 'was-ready')]) rmSync(file, { force: true });
    if (port !== undefined) writeFileSync(told, String(port));
  } catch (error) {
    process.stderr.write(`The health check will fail: ${reasonOf(error)}\n`);
  }
}
