import { join } from 'node:path';
import { entryOf } from '../bundle/entry-of.ts';
import { projectFolder } from './places.ts';
import { runNode } from './run-node.ts';
import { lastLines } from './run-to-end.ts';
import { StartError } from './start-error.ts';

/**
 * Brings the three databases that the environment names (DATABASE_URL_…) to their newest schema; to that of another version
 * of the store where the folder of its code is given. Throws a StartError with what failed, database by database, or what
 * `signal` was aborted with.
 */
export async function migrateDatabases(
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
  code = projectFolder,
): Promise<void> {
  // Another version may have no bundle.
  const entry = code === projectFolder ? entryOf('migrate') : join(code, 'deploy/image/migrate.ts');
  const ended = await runNode([entry], { environment, signal });
  if (ended.code !== 0) throw new StartError(`Migrating failed.\n${lastLines(ended.output)}`);
}
