import { existsSync, readFileSync } from 'node:fs';
import { reasonOf } from '../../runtime/reason-of.ts';
import { isRoot } from './is-root.ts';
import { type Ended, lastLines, runToEnd } from './run-to-end.ts';
import { StartError } from './start-error.ts';

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
    return { code: 1, output: reasonOf(error) };
  }
}

/** Whether packages can be installed here: a Debian or Ubuntu, and we are root or have sudo without a password. */
export const mayInstallPackages = async (): Promise<boolean> =>
  isDebian() && (isRoot || (await asRoot('true', [])).code === 0);

async function firstAvailable(packageSets: readonly string[][]): Promise<string[] | undefined> {
  for (const packages of packageSets) {
    const args = ['show', '--no-all-versions', ...packages];
    const { code } = await runToEnd({ program: 'apt-cache', args, folder: '/' });
    if (code === 0) return packages;
  }
  return undefined;
}

const updateLists = () => asRoot('apt-get', ['update', '-q']);

/** Has dpkg leave out what would run a package's server as a service: we start our own, when we need it. */
const withoutService = (name: string) =>
  ['/etc/init.d/', '/lib/systemd/system/', '/usr/lib/systemd/system/'].map(
    folder =>
      `-oDPkg::Options::=--path-exclude=${folder}${name}${folder.endsWith('init.d/') ? '' : '.service'}`,
  );

// A server that is too old for us may be somebody's: it is not ours to remove.
const install = (packages: string[], service: string | undefined) =>
  asRoot('apt-get', [
    'install',
    '-qy',
    '--no-install-recommends',
    '--no-remove',
    '-oDPkg::Lock::Timeout=120',
    ...(service ? withoutService(service) : []),
    ...packages,
  ]);

/**
 * Installs the first of the sets of packages that the system's lists have, bringing the lists up to date where
 * that is needed, and answers their names; without the service of theirs that is named. Throws a StartError with what
 * apt-get said.
 */
export async function installFirstOf(packageSets: readonly string[][], service?: string): Promise<string> {
  let packages = await firstAvailable(packageSets);
  let updated: Ended | undefined;
  if (!packages) {
    updated = await updateLists();
    packages = await firstAvailable(packageSets);
  }
  if (!packages) throw new StartError(lastLines(updated?.output ?? ''));
  let ended = await install(packages, service);
  if (ended.code !== 0 && !updated) {
    await updateLists();
    ended = await install(packages, service);
  }
  if (ended.code !== 0)
    throw new StartError(`${lastLines(ended.output)}\napt-get could not install ${packages}.`);
  return packages.join(' and ');
}
