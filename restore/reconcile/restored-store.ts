import type { DatabaseUrls } from '../../deploy/local/databases.ts';
import { openDatabases, type Read } from '../../invariants/open-databases.ts';
import { type Database, openDatabase } from '../../runtime/database.ts';
import { createLogger } from '../../runtime/logger.ts';
import type { SubgraphName } from '../../runtime/services.ts';
import { entities as authEntities } from '../../subgraphs/auth/database.ts';
import { entities as catalogEntities } from '../../subgraphs/catalog/database.ts';
import { entities as purchaseEntities } from '../../subgraphs/purchase/database.ts';

/** A statement may look at all rows of a table. */
const statementMilliseconds = 600_000;

const settings = {
  DATABASE_POOL_SIZE: 4,
  STATEMENT_TIMEOUT_MS: statementMilliseconds,
  POOL_TIMEOUT_MS: 60_000,
  READER_MAX_LAG_SECONDS: 5,
};

/** The three databases of a store in which nobody works now. */
export interface RestoredStore {
  databases: Record<SubgraphName, Database>;
  /** SELECTs, as the oracle does them. */
  read: Read;
  close(): Promise<void>;
}

/** Opens the databases of a store to bring them into agreement. */
export async function openRestoredStore(urls: DatabaseUrls): Promise<RestoredStore> {
  const logger = createLogger('restore', 'silent');
  const open = (subgraph: SubgraphName, entities: Parameters<typeof openDatabase>[0]['entities']) =>
    openDatabase({ url: urls[subgraph], entities, settings, logger });
  const databases = {
    auth: await open('auth', authEntities),
    catalog: await open('catalog', catalogEntities),
    purchase: await open('purchase', purchaseEntities),
  };
  const { read, close } = openDatabases(urls, statementMilliseconds);
  return {
    databases,
    read,
    close: async () => {
      await close();
      await Promise.all(Object.values(databases).map(database => database.close()));
    },
  };
}
