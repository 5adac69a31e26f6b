import { z } from 'zod';
import { gatewaySettings } from '../../../gateway/env.ts';
import { invariantsSettings } from '../../../invariants/env.ts';
import { databaseUrl } from '../../../runtime/setting-types.ts';
import { authSettings } from '../../../subgraphs/auth/env.ts';
import { catalogSettings } from '../../../subgraphs/catalog/env.ts';
import { serverSettings, workerSettings } from '../../../subgraphs/purchase/env.ts';

const databases = {
  DATABASE_URL_AUTH: databaseUrl,
  DATABASE_URL_CATALOG: databaseUrl,
  DATABASE_URL_PURCHASE: databaseUrl,
};

const backups = {
  BACKUP_DIR: z.string(),
  BACKUP_DATABASE_URL_AUTH: databaseUrl,
  BACKUP_DATABASE_URL_CATALOG: databaseUrl,
  BACKUP_DATABASE_URL_PURCHASE: databaseUrl,
};

/** The settings of each command of the image that runs in the cluster; that databases are needed there is ours. */
export const processSettings: Record<string, z.ZodRawShape> = {
  gateway: gatewaySettings,
  auth: authSettings,
  catalog: catalogSettings,
  purchase: serverSettings,
  worker: workerSettings,
  invariants: { ...invariantsSettings, ...databases },
  migrate: databases,
  backup: backups,
};
