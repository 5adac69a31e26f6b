import type { EntityManager } from '@mikro-orm/mysql';
import { createLogger } from '../../runtime/logger.ts';
import { openAuthDatabase } from './database.ts';

type Settings = Omit<Parameters<typeof openAuthDatabase>[0], 'DATABASE_URL_AUTH_READER'> & {
  LOG_LEVEL: Parameters<typeof createLogger>[1];
};

/** Does the work of a command on auth's database, which is closed then; `name` is who logs. Rejects with what the work rejects with. */
export async function withAuthDatabase<Result>(
  name: string,
  settings: Settings,
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> {
  const logger = createLogger(name, settings.LOG_LEVEL);
  const database = await openAuthDatabase({ ...settings, DATABASE_URL_AUTH_READER: [] }, logger);
  try {
    return await work(database.fork());
  } finally {
    await database.close();
  }
}
