import type { z } from 'zod';
import { backupDatabaseUrls, backupSettings } from '../../../backup/env.ts';
import { gatewaySettings } from '../../../gateway/env.ts';
import { invariantsSettings } from '../../../invariants/env.ts';
import { databaseUrls, migrationUrls } from '../../../runtime/database-settings.ts';
import { authSettings } from '../../../subgraphs/auth/env.ts';
import { catalogSettings } from '../../../subgraphs/catalog/env.ts';
import { serverSettings, workerSettings } from '../../../subgraphs/purchase/env.ts';
import { createDatabasesSettings } from '../../image/env.ts';

const {
  DATABASE_URL_AUTH: _auth,
  DATABASE_URL_CATALOG: _catalog,
  DATABASE_URL_PURCHASE: _purchase,
  ...backupAlone
} = backupSettings;

const { DATABASE_ADMIN_URL: _ofAll, ...administrators } = createDatabasesSettings;

/** The settings of each command of the image that runs in the cluster; that databases are needed there is ours. */
const processSettings: Record<string, z.ZodRawShape> = {
  gateway: gatewaySettings,
  auth: authSettings,
  catalog: catalogSettings,
  purchase: serverSettings,
  worker: workerSettings,
  invariants: { ...invariantsSettings, ...databaseUrls },
  migrate: { ...databaseUrls, ...migrationUrls },
  // Each database has a server, and so an administrator, of its own.
  'create-databases': administrators,
  // By users of its own, not the store's.
  backup: { ...backupAlone, ...backupDatabaseUrls },
};

/** All settings that some process reads. */
export const knownSettings: ReadonlySet<string> = new Set(
  Object.values(processSettings).flatMap(shape => Object.keys(shape)),
);

/** The settings of a command; undefined where it is not known. With keys of its own a process does without the shared secret. */
export function settingsOf(command: string, hasKeys: boolean): z.ZodRawShape | undefined {
  const shape = processSettings[command];
  if (!shape || !hasKeys) return shape;
  const { INTERNAL_TOKEN_SECRET: _shared, ...others } = shape;
  return others;
}
