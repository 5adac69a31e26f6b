import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

export type DatabaseKind = 'mysql' | 'mariadb';

export interface DatabaseProgram {
  /** Absolute path of mysqld or mariadbd. */
  path: string;
  kind: DatabaseKind;
  /** Such as 10.11.19. */
  version: string;
}

/** The oldest versions that the store is written for. */
const oldest = { mysql: [8, 0], mariadb: [10, 11] } as const;

export const kindNames = { mysql: 'MySQL', mariadb: 'MariaDB' } as const;

const usualFolders = [
  '/usr/sbin',
  '/usr/bin',
  '/usr/libexec',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/local/libexec',
  '/usr/local/mysql/bin',
  ...['/opt/homebrew', '/usr/local', '/home/linuxbrew/.linuxbrew'].flatMap(prefix =>
    ['mysql', 'mysql@8.4', 'mysql@8.0', 'mariadb'].map(formula => join(prefix, 'opt', formula, 'bin')),
  ),
];

/** Where programs are looked for: PATH first, then the folders that servers are usually installed into. */
const programFolders = (path = process.env.PATH ?? ''): string[] => [
  ...new Set([...path.split(delimiter).filter(folder => folder.startsWith('/')), ...usualFolders]),
];

/** What `mysqld --version` says, read; undefined when it is something else or too old for the store. */
export function readVersion(output: string): { kind: DatabaseKind; version: string } | undefined {
  const [version, major, minor] = /Ver (\d+)\.(\d+)\.\d+/.exec(output) ?? [];
  if (version === undefined) return undefined;
  const kind = /mariadb/i.test(output) ? 'mariadb' : 'mysql';
  const [oldestMajor, oldestMinor] = oldest[kind];
  const distance = Number(major) - oldestMajor || Number(minor) - oldestMinor;
  return distance < 0 ? undefined : { kind, version: version.slice('Ver '.length) };
}

function inspect(path: string): DatabaseProgram | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const output = execFileSync(path, ['--no-defaults', '--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const found = readVersion(output);
    return found && { path, ...found };
  } catch {
    return undefined;
  }
}

/** The first server program on this machine that the store can use, of one kind where that is asked for. */
export function findDatabaseProgram(kind?: DatabaseKind): DatabaseProgram | undefined {
  for (const folder of programFolders())
    for (const name of ['mysqld', 'mariadbd']) {
      const found = inspect(join(folder, name));
      if (found && (kind === undefined || found.kind === kind)) return found;
    }
  return undefined;
}

/** A program that came with the server, such as mariadb-install-db: beside it, or in the usual folders. */
export function findCompanion(server: string, name: string): string | undefined {
  const own = dirname(realpathSync(server));
  const folders = [own, join(own, '../bin'), join(own, '../scripts'), ...programFolders()];
  return folders.map(folder => join(folder, name)).find(path => existsSync(path));
}
