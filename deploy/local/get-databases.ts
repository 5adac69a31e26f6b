import { join, relative } from 'node:path';
import { startDatabaseServer } from './database-server.ts';
import { createStoreDatabases, type DatabaseUrls } from './databases.ts';
import { kindNames } from './find-database-server.ts';
import { ensureDatabaseProgram } from './install-database.ts';
import { places, projectFolder } from './places.ts';
import { sayNow, step } from './progress.ts';
import { waitForDatabases } from './wait-for-databases.ts';

export interface Databases {
  /** As the services use them. */
  urls: DatabaseUrls;
  /** As migrate changes them; undefined where the user's environment says. */
  migrations?: DatabaseUrls;
  /** Stops the private server, where there is one. */
  stop(now: AbortSignal): Promise<void>;
}

/** The user's own databases once they answer, or three on a private server in .data/mysql. */
export async function getDatabases(given: DatabaseUrls | undefined, signal: AbortSignal): Promise<Databases> {
  if (given) {
    const wait = () => waitForDatabases(given, signal);
    await step('waiting for the databases', wait, () => 'databases ready (DATABASE_URL_…)');
    return { urls: given, stop: async () => {} };
  }
  await ensureDatabaseProgram(signal);
  signal.throwIfAborted();
  const folder = places.databaseServer;
  const server = await step(
    'starting the database',
    () => startDatabaseServer({ folder, log: sayNow, signal }),
    ({ kind, version }) =>
      `database ready (${kindNames[kind]} ${version}, ${relative(projectFolder, folder)})`,
  );
  try {
    const passwordFile = join(folder, 'users.json');
    const { services, migrations } = await createStoreDatabases({ adminUrl: server.adminUrl, passwordFile });
    return { urls: services, migrations, stop: now => server.stop(now) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
