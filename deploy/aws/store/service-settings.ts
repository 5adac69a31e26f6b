import { gatewaySettings } from '../../../gateway/env.ts';
import { type ServiceName, serviceNames, services } from '../../../runtime/services.ts';
import { authSettings } from '../../../subgraphs/auth/env.ts';
import { catalogSettings } from '../../../subgraphs/catalog/env.ts';
import { serverSettings, workerSettings } from '../../../subgraphs/purchase/env.ts';
import { keysNameOf } from '../../image/secret-readers.ts';
import { sizes } from '../sizes.ts';
import { keySecrets } from '../state/secret-settings.ts';

/** The settings that each process reads, as the process itself tells. */
const read: Record<ServiceName, object> = {
  auth: authSettings,
  catalog: catalogSettings,
  purchase: serverSettings,
  worker: workerSettings,
  gateway: gatewaySettings,
};

const reads = (service: ServiceName, setting: string): boolean => setting in read[service];

/**
 * Which of `secrets` go to which processes; each to those that read it, and to no other. Processes prove themselves by keys of
 * their own, or by the secret that all share.
 */
export function secretsByReader(secrets: readonly string[], ownKeys: boolean): Map<string, ServiceName[]> {
  const isFor = (service: ServiceName, secret: string): boolean => {
    if (secret === 'INTERNAL_TOKEN_SECRET') return !ownKeys;
    if (keySecrets.includes(secret)) return ownKeys && keysNameOf(service) === secret;
    return reads(service, secret);
  };
  return new Map(
    secrets.map(secret => [secret, serviceNames.filter(service => isFor(service, secret))] as const),
  );
}

const urls: [setting: string, url: string][] = serviceNames.map(name => [
  services[name].urlSetting,
  `http://${name}:${services[name].port}`,
]);

/** The settings of a process that are no secrets: where the others are, by their names in the instance's network, and the store for its readers. */
export function plainSettings(
  service: ServiceName,
  { adminEmail, domain }: { adminEmail: string; domain: string },
): Record<string, string> {
  const settings: typeof urls = [
    ...urls,
    ['ADMIN_EMAIL', adminEmail],
    ['STORE_URL', `https://${domain}`],
    // The balancer, which alone is let in.
    ['TRUSTED_PROXIES', sizes.network.cidr],
  ];
  return Object.fromEntries(settings.filter(([setting]) => reads(service, setting)));
}
