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

/** What processes are told of what differs between deployments. */
export interface PlainSettings {
  /** Where the store is reached, such as store.example.org. */
  domain: string;
  /** The store's first administrator. */
  adminEmail: string;
  /** LEAKED_PASSWORDS_URL: of what is reached inside the VPC, from which no way leads out. */
  leakedPasswordsUrl: string | undefined;
  /** EMAIL_CHANGE_NEEDS_PASSWORD. */
  emailChangeNeedsPassword: boolean;
  /** ADMINISTRATORS_NEED_SECOND_FACTOR. */
  administratorsNeedSecondFactor: boolean;
}

/**
 * The settings of a process that are no secrets: where the others are, by their names in the instance's network, the store for its
 * readers, and what is not as it is by default.
 */
export function plainSettings(
  service: ServiceName,
  { adminEmail, domain, leakedPasswordsUrl, ...flags }: PlainSettings,
): Record<string, string> {
  const given: [setting: string, value: string | false | undefined][] = [
    ...urls,
    ['ADMIN_EMAIL', adminEmail],
    ['STORE_URL', `https://${domain}`],
    // The balancer, which alone is let in.
    ['TRUSTED_PROXIES', sizes.network.cidr],
    ['LEAKED_PASSWORDS_URL', leakedPasswordsUrl],
    ['EMAIL_CHANGE_NEEDS_PASSWORD', flags.emailChangeNeedsPassword && 'true'],
    ['ADMINISTRATORS_NEED_SECOND_FACTOR', flags.administratorsNeedSecondFactor && 'true'],
  ];
  return Object.fromEntries(
    given.flatMap(([setting, value]) =>
      value && reads(service, setting) ? [[setting, value] as const] : [],
    ),
  );
}
