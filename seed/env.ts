import { z } from 'zod';
import { places } from '../deploy/local/places.ts';
import { readRunningStore } from '../deploy/local/running-store.ts';
import { services } from '../runtime/services.ts';
import { databaseUrlOf, portOf, urlOf } from '../runtime/setting-types.ts';

/** By what a command finds the store. */
export const storeSettings = {
  PORT: portOf('gateway').unwrap().optional(),
  GATEWAY_URL: urlOf('gateway').unwrap().optional(),
};

/** What `npm run seed` reads from the environment. */
export const seedSettings = {
  ...storeSettings,
  DATABASE_URL_CATALOG: databaseUrlOf('catalog').optional(),
  SEED_PASSWORD: z
    .string()
    .meta({ isSecret: true })
    .describe('The password of the account that `npm run seed -- --csv FILE --seller E-MAIL` names.')
    .optional(),
};

/**
 * Where the store answers, a base URL without a path: GATEWAY_URL, else PORT on this machine, else the store that
 * runs in this folder, else the default port.
 */
export function gatewayUrlOf({ GATEWAY_URL, PORT }: z.infer<z.ZodObject<typeof storeSettings>>): string {
  if (GATEWAY_URL) return GATEWAY_URL;
  if (PORT) return `http://localhost:${PORT}`;
  const running = readRunningStore(places.runningStore);
  return running?.gatewayUrl ?? `http://localhost:${services.gateway.port}`;
}
