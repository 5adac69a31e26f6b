import { installFirstOf, mayInstallPackages } from './apt-packages.ts';
import { explain } from './explain.ts';
import { findDatabaseProgram } from './find-database-server.ts';
import { say, step } from './progress.ts';
import { StartError } from './start-error.ts';

/** A server alone, without a service that would start by itself. */
const packageSets = [
  ['mariadb-server-core', 'mariadb-client-core'],
  ['mysql-server-core-8.0', 'mysql-client-core-8.0'],
];

const waysOut = `The store needs a MySQL (8.0 or newer) or MariaDB (10.11 or newer) server, and none was found. Three ways out:
  - Docker: docker compose up
  - a package of this system, such as mariadb-server or mysql-server (macOS: brew install mysql), then npm start again
  - databases that you have: set DATABASE_URL_AUTH, DATABASE_URL_CATALOG and DATABASE_URL_PURCHASE
    to mysql://user:password@host:3306/database`;

async function install(): Promise<string> {
  try {
    return await installFirstOf(packageSets);
  } catch (error) {
    throw new StartError(`${explain(error)}\n${waysOut}`);
  }
}

/**
 * Sees to it that there is a database server program on this machine: on Debian and Ubuntu it installs one, as
 * root or by sudo without a password, and says so first. Throws a StartError with the ways out otherwise.
 * An installation that has begun is finished even where `signal` is aborted.
 */
export async function ensureDatabaseProgram(signal?: AbortSignal): Promise<void> {
  if (findDatabaseProgram()) return;
  if (!(await mayInstallPackages())) throw new StartError(waysOut);
  say('There is no MySQL or MariaDB server on this machine: apt-get installs mariadb-server-core now.');
  const explainDelay = () => say('… stopping as soon as the packages are installed');
  signal?.addEventListener('abort', explainDelay);
  await step('installing a database server', install, packages => `${packages} installed`);
  signal?.removeEventListener('abort', explainDelay);
  if (!findDatabaseProgram()) throw new StartError(waysOut);
}
