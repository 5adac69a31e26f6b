import { existsSync, readFileSync } from 'node:fs';
import { findDatabaseProgram } from './find-database-server.ts';
import { isRoot } from './is-root.ts';
import { say, step } from './progress.ts';
import { type Ended, lastLines, runToEnd } from './run-to-end.ts';
import { StartError } from './start-error.ts';

/** The first of these sets that the system's package lists have is installed: a server alone, without a service. */
const packageSets = [
  ['mariadb-server-core', 'mariadb-client-core'],
  ['mysql-server-core-8.0', 'mysql-client-core-8.0'],
];

const waysOut = `The store needs a MySQL (8.0 or newer) or MariaDB (10.6 or newer) server, and none was found. Three ways out:
  - Docker: docker compose up
  - a package of this system, such as mariadb-server or mysql-server (macOS: brew install mysql), then npm start again
  - databases that you have: set DATABASE_URL_AUTH, DATABASE_URL_CATALOG and DATABASE_URL_PURCHASE
    to mysql://user:password@host:3306/database`;

function isDebian(): boolean {
  if (!existsSync('/etc/os-release') || !existsSync('/usr/bin/apt-get')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Runs a program as root, without a question. */
async function asRoot(program: string, args: string[]): Promise<Ended> {
  const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C', program, ...args];
  const [first = '', ...rest] = isRoot ? command : ['sudo', '-n', ...command];
  try {
    return await runToEnd({ program: first, args: rest, folder: '/' });
  } catch (error) {
    return { code: 1, output: (error as Error).message };
  }
}

async function availablePackages(): Promise<string[] | undefined> {
  for (const packages of packageSets) {
    const { code } = await runToEnd({
      program: 'apt-cache',
      args: ['show', '--no-all-versions', ...packages],
      folder: '/',
    });
    if (code === 0) return packages;
  }
  return undefined;
}

const updateLists = () => asRoot('apt-get', ['update', '-q']);

const installPackages = (packages: string[]) =>
  asRoot('apt-get', ['install', '-qy', '--no-install-recommends', '-oDPkg::Lock::Timeout=120', ...packages]);

async function install(): Promise<string> {
  let packages = await availablePackages();
  let updated: Ended | undefined;
  if (!packages) {
    updated = await updateLists();
    packages = await availablePackages();
  }
  if (!packages) throw new StartError(`${lastLines(updated?.output ?? '')}\n${waysOut}`);
  let ended = await installPackages(packages);
  if (ended.code !== 0 && !updated) {
    await updateLists();
    ended = await installPackages(packages);
  }
  if (ended.code !== 0)
    throw new StartError(`${lastLines(ended.output)}\napt-get could not install ${packages}.\n${waysOut}`);
  return packages.join(' and ');
}

/**
 * Sees to it that there is a database server program on this machine: on Debian and Ubuntu it installs one, as
 * root or by sudo without a password, and says so first. Throws a StartError with the ways out otherwise.
 * An installation that has begun is finished even where `signal` is aborted.
 */
export async function ensureDatabaseProgram(signal?: AbortSignal): Promise<void> {
  if (findDatabaseProgram()) return;
  const mayInstall = isDebian() && (isRoot || (await asRoot('true', [])).code === 0);
  if (!mayInstall) throw new StartError(waysOut);
  say('There is no MySQL or MariaDB server on this machine: apt-get installs mariadb-server-core now.');
  const explainDelay = () => say('… stopping as soon as the packages are installed');
  signal?.addEventListener('abort', explainDelay);
  await step('installing a database server', install, packages => `${packages} installed`);
  signal?.removeEventListener('abort', explainDelay);
  if (!findDatabaseProgram()) throw new StartError(waysOut);
}
