import type { z } from 'zod';
import { backupDatabaseUrls, backupSettings } from '../../../backup/env.ts';
import { gatewaySettings } from '../../../gateway/env.ts';
import { invariantsSettings } from '../../../invariants/env.ts';
import { databaseUrls } from '../../../runtime/database-settings.ts';
import { authSettings } from '../../../subgraphs/auth/env.ts';
import { catalogSettings } from '../../../subgraphs/catalog/env.ts';
import { serverSettings, workerSettings } from '../../../subgraphs/purchase/env.ts';

const {
  DATABASE_URL_AUTH: _auth,
  DATABASE_URL_CATALOG: _catalog,
  DATABASE_URL_PURCHASE: _purchase,
  ...backupAlone
} = backupSettings;

/** The settings of each command of the image that runs in the cluster; that databases are needed there is ours. */
export const processSettings: Record<string, z.ZodRawShape> = {
  gateway: gatewaySettings,
  auth: authSettings,
  catalog: catalogSettings,
  purchase: serverSettings,
  worker: workerSettings,
  invariants: { ...invariantsSettings, ...databaseUrls },
  migrate: databaseUrls,
  // By users of its own, not the store's.
  backup: { ...backupAlone, ...backupDatabaseUrls },
};
