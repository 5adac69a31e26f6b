import { type ServiceName, services, subgraphs } from '../../../runtime/services.ts';
import { addressOf, hostOf, metricsPortOf } from '../processes.ts';
import { confine } from './confine.ts';
import type { Folders } from './folders.ts';
import { stayingUnit } from './staying-unit.ts';

/**
 * As whom a service runs, which secrets it is given besides the one that all share, whether it has the shared files, and
 * whether it tells others where the shop is.
 */
const needs: Record<
  ServiceName,
  { user: string; secrets: readonly string[]; hasFiles?: boolean; tellsAddress?: boolean }
> = {
  gateway: { user: 'bookstore-gateway', secrets: [], hasFiles: true, tellsAddress: true },
  auth: {
    user: 'bookstore-auth',
    secrets: ['DATABASE_URL_AUTH', 'AUTH_SIGNING_KEY', 'ADMIN_EMAIL', 'ADMIN_PASSWORD', 'SMTP_URL'],
    tellsAddress: true,
  },
  catalog: { user: 'bookstore-catalog', secrets: ['DATABASE_URL_CATALOG'], hasFiles: true },
  purchase: { user: 'bookstore-purchase', secrets: ['DATABASE_URL_PURCHASE'] },
  worker: { user: 'bookstore-purchase', secrets: ['DATABASE_URL_PURCHASE'] },
};

const sisters = subgraphs
  .map(name => `${services[name].urlSetting}=http://${hostOf(name)}:${services[name].port}`)
  .join(' ');

/**
 * A template: its instances are the processes of a service. It is started again however often it ends. `storeUrl` is where
 * readers find the shop.
 */
export function serviceUnit(service: ServiceName, folders: Folders, storeUrl: string): string {
  const { user, secrets, hasFiles, tellsAddress } = needs[service];
  const { entry } = services[service];
  return stayingUnit({
    description: `${service}, process %i`,
    folders,
    run: entry,
    service: `Environment=HOST=${addressOf('%i')} METRICS_PORT=${metricsPortOf(service)}
Environment=${sisters}
BindReadOnlyPaths=${folders.configuration}/hosts:/etc/hosts
${confine(user, ['INTERNAL_TOKEN_SECRET', ...secrets], folders)}
${tellsAddress ? `Environment=STORE_URL=${storeUrl}\n` : ''}${hasFiles ? `Environment=FILES_DIR=${folders.files}\nReadWritePaths=${folders.files}\nUMask=0007` : 'UMask=0077'}
LimitNOFILE=65536
# It drains and finishes what is under way.
KillMode=mixed
TimeoutStopSec=40`,
    restartSeconds: 1,
  });
}
