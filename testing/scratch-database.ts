import { type Database, openDatabase } from '../runtime/database.ts';
import type { DatabaseSettings } from '../runtime/database-settings.ts';
import { createLogger } from '../runtime/logger.ts';
import { UserSchema } from '../subgraphs/auth/user.ts';
import { createTestDatabases } from './test-databases.ts';

const usual = {
  DATABASE_POOL_SIZE: 20,
  STATEMENT_TIMEOUT_MS: 30_000,
  POOL_TIMEOUT_MS: 30_000,
  READER_MAX_LAG_SECONDS: 5,
};

/** A database with these tables alone, for what is tested without a store around it. */
export async function openScratchDatabase(
  name: string,
  tables: readonly string[],
  settings: DatabaseSettings = usual,
): Promise<Database> {
  const { catalog: url } = await createTestDatabases(name);
  const logger = createLogger('test', 'silent');
  // MikroORM wants an entity; this one is not used.
  const database = await openDatabase({ url, entities: [UserSchema], settings, logger });
  for (const table of tables) await database.fork().execute(table);
  return database;
}
