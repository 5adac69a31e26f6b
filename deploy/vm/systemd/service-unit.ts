import { type ServiceName, services, subgraphs } from '../../../runtime/services.ts';
import { keysNameOf } from '../../image/secret-readers.ts';
import { memorySettings } from '../../memory-settings.ts';
import { addressOf, hostOf, metricsPortOf } from '../processes.ts';
import { confine, type SecretSetting } from './confine.ts';
import type { Folders } from './folders.ts';
import { stayingUnit } from './staying-unit.ts';

/**
 * As whom a service runs, which secrets it is given besides what it proves itself by, whether it has the shared files, whether
 * it tells others where the shop is, and whether it makes pictures, at a lower priority than its own.
 */
const needs: Record<
  ServiceName,
  {
    user: string;
    secrets: readonly string[];
    hasFiles?: boolean;
    tellsAddress?: boolean;
    makesPictures?: boolean;
  }
> = {
  gateway: { user: 'bookstore-gateway', secrets: [], hasFiles: true, tellsAddress: true },
  auth: {
    user: 'bookstore-auth',
    secrets: ['DATABASE_URL_AUTH', 'AUTH_SIGNING_KEY', 'ADMIN_EMAIL', 'ADMIN_PASSWORD', 'SMTP_URL'],
    tellsAddress: true,
  },
  catalog: {
    user: 'bookstore-catalog',
    secrets: ['DATABASE_URL_CATALOG'],
    hasFiles: true,
    makesPictures: true,
  },
  purchase: { user: 'bookstore-purchase', secrets: ['DATABASE_URL_PURCHASE'] },
  worker: { user: 'bookstore-purchase', secrets: ['DATABASE_URL_PURCHASE'] },
};

const sisters = subgraphs
  .map(name => `${services[name].urlSetting}=http://${hostOf(name)}:${services[name].port}`)
  .join(' ');

const memory = Object.entries(memorySettings)
  .map(([name, value]) => `${name}=${value}`)
  .join(' ');

/** What differs between one VM and another. */
export interface VmSettings {
  /** Where readers find the shop. */
  storeUrl: string;
  /** Whether services prove themselves by keys of their own, and not by a secret that all share. */
  ownKeys: boolean;
}

/** By what a service proves itself to others. */
const proofOf = (service: ServiceName, ownKeys: boolean): SecretSetting =>
  ownKeys ? { setting: 'INTERNAL_TOKEN_KEYS', file: keysNameOf(service) } : 'INTERNAL_TOKEN_SECRET';

/** Adds to what `hardening` leaves. Without CAP_SYS_NICE a process can but lower its priority. */
const lowersPriority = 'SystemCallFilter=setpriority';

/** A template: its instances are the processes of a service. It is started again however often it ends. */
export function serviceUnit(
  service: ServiceName,
  folders: Folders,
  { storeUrl, ownKeys }: VmSettings,
): string {
  const { user, secrets, hasFiles, tellsAddress, makesPictures } = needs[service];
  const { entry } = services[service];
  return stayingUnit({
    description: `${service}, process %i`,
    folders,
    run: entry,
    service: `Environment=HOST=${addressOf('%i')} METRICS_PORT=${metricsPortOf(service)} ${memory}
Environment=${sisters}
BindReadOnlyPaths=${folders.configuration}/hosts:/etc/hosts
${confine(user, [proofOf(service, ownKeys), ...secrets], folders)}
${makesPictures ? `${lowersPriority}\n` : ''}${tellsAddress ? `Environment=STORE_URL=${storeUrl}\n` : ''}${hasFiles ? `Environment=FILES_DIR=${folders.files}\nReadWritePaths=${folders.files}\nUMask=0007` : 'UMask=0077'}
LimitNOFILE=65536
# It drains and finishes what is under way.
KillMode=mixed
TimeoutStopSec=40`,
    restartSeconds: 1,
  });
}
