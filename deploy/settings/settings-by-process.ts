import { z } from 'zod';
import { auditSettings } from '../../audit/env.ts';
import { backupSettings } from '../../backup/env.ts';
import { deadLettersSettings } from '../../dead-letters/env.ts';
import { endSessionsSettings } from '../../end-sessions/env.ts';
import { gatewaySettings } from '../../gateway/env.ts';
import { invariantsSettings } from '../../invariants/env.ts';
import { restoreSettings } from '../../restore/env.ts';
import { rotateKeySettings } from '../../rotate-key/env.ts';
import { databaseUrls, migrationUrls } from '../../runtime/database-settings.ts';
import { seedSettings, storeSettings } from '../../seed/env.ts';
import { authSettings } from '../../subgraphs/auth/env.ts';
import { catalogSettings } from '../../subgraphs/catalog/env.ts';
import { serverSettings, workerSettings } from '../../subgraphs/purchase/env.ts';
import { handedOnSettings, testSettings } from '../../testing/env.ts';
import { createDatabasesSettings } from '../image/env.ts';
import { launchSettings } from '../local/settings.ts';

/** Read by the user's own Node before anything is installed: deploy/local/other-node.mjs. */
const bootstrapSettings = {
  PROJECT_NODE: z
    .string()
    .meta({ values: 'the absolute path of a Node 24 or newer' })
    .describe('The Node that everything runs on, in the place of the project’s own.')
    .optional(),
};

/** What runs, by the name of its command, and the settings that it reads. */
export const settingsByProcess = {
  gateway: gatewaySettings,
  auth: authSettings,
  catalog: catalogSettings,
  purchase: serverSettings,
  worker: workerSettings,
  migrate: { ...databaseUrls, ...migrationUrls },
  'create-databases': createDatabasesSettings,
  seed: seedSettings,
  demo: storeSettings,
  invariants: invariantsSettings,
  'dead-letters': deadLettersSettings,
  audit: auditSettings,
  'rotate-key': rotateKeySettings,
  'end-sessions': endSessionsSettings,
  backup: backupSettings,
  restore: restoreSettings,
  'npm start': launchSettings,
  'npm test': testSettings,
  'every npm command': bootstrapSettings,
  'what tests start': handedOnSettings,
} satisfies Record<string, z.ZodRawShape>;
