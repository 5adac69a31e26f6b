import { places } from '../deploy/local/places.ts';
import { readRunningStore } from '../deploy/local/running-store.ts';
import { services } from '../runtime/services.ts';
import { portOf, urlOf } from '../runtime/setting-types.ts';
import { readSettings } from '../runtime/settings.ts';

/**
 * Where the store answers, a base URL without a path: GATEWAY_URL, else PORT on this machine, else the store that
 * runs in this folder, else the default port. Exits 1 when a setting is wrong.
 */
export function readGatewayUrl(): string {
  const { GATEWAY_URL, PORT } = readSettings({
    PORT: portOf('gateway').unwrap().optional(),
    GATEWAY_URL: urlOf('gateway').unwrap().optional(),
  });
  if (GATEWAY_URL) return GATEWAY_URL;
  if (PORT) return `http://localhost:${PORT}`;
  const running = readRunningStore(places.runningStore);
  return running?.gatewayUrl ?? `http://localhost:${services.gateway.port}`;
}
