import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { baseOptions, temporaryFolder } from './database-options.ts';
import { type DatabaseProgram, findCompanion } from './find-database-server.ts';
import { isRoot } from './is-root.ts';
import { type Ended, lastLines, runToEnd } from './run-to-end.ts';
import { StartError } from './start-error.ts';
import { writePrivateFile } from './write-private-file.ts';

// mariadb-install-db ends with twenty lines of advice after what went wrong.
const linesOfFailure = 40;
const unfinishedPrefix = 'data.unfinished-';

const appArmor = (program: DatabaseProgram): string =>
  existsSync(`/etc/apparmor.d/${program.path.slice(1).replaceAll('/', '.')}`)
    ? '\nAppArmor lets this program write to its usual folders alone: set the DATABASE_URL_… settings to a server of your own, or run: docker compose up'
    : '';

function check(ended: Ended, program: DatabaseProgram): void {
  if (ended.code !== 0)
    throw new StartError(
      `${program.path} could not make a database:\n${lastLines(ended.output, linesOfFailure)}${appArmor(program)}`,
    );
}

interface Plan {
  program: DatabaseProgram;
  folder: string;
  /** Of the unfinished data folder in `folder`. */
  name: string;
  sql: string[];
  signal: AbortSignal | undefined;
}

async function initialiseMariadb({ program, folder, name, sql, signal }: Plan) {
  const script = findCompanion(program.path, 'mariadb-install-db');
  if (!script) throw new StartError(`mariadb-install-db, a part of ${program.path}, is missing: install it.`);
  // Its quoting breaks on a path with spaces, hence the relative one. root may not log in without a password.
  const options = [
    '--no-defaults',
    `--datadir=./${name}`,
    temporaryFolder,
    '--auth-root-authentication-method=socket',
    '--skip-test-db',
    '--skip-name-resolve',
  ];
  if (isRoot) options.push('--user=root');
  check(await runToEnd({ program: script, args: options, folder, signal }), program);
  const bootstrap = [...baseOptions('mariadb', join(folder, name)), '--bootstrap', '--skip-networking'];
  const input = ['FLUSH PRIVILEGES', ...sql].map(line => `${line};\n`).join('');
  check(await runToEnd({ program: program.path, args: bootstrap, folder, input, signal }), program);
}

async function initialiseMysql({ program, folder, name, sql, signal }: Plan) {
  const file = join(folder, `${name}.sql`);
  writePrivateFile(file, sql.map(line => `${line};\n`).join(''));
  const options = [...baseOptions('mysql', join(folder, name)), '--initialize', `--init-file=${file}`];
  try {
    check(await runToEnd({ program: program.path, args: options, folder, signal }), program);
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * Makes the data folder `folder`/data of a new server, with a root who logs in from 127.0.0.1 by `password`
 * (letters and digits). It appears whole or not at all; what an interrupted attempt left is removed.
 * Throws a StartError with what the server said, or what `signal` was aborted with.
 */
export async function initialiseDatabase(
  program: DatabaseProgram,
  folder: string,
  password: string,
  signal?: AbortSignal,
): Promise<void> {
  for (const left of readdirSync(folder).filter(name => name.startsWith(unfinishedPrefix)))
    rmSync(join(folder, left), { recursive: true, force: true });
  const name = `${unfinishedPrefix}${process.pid}`;
  const sql = [
    `CREATE USER 'root'@'127.0.0.1' IDENTIFIED BY '${password}'`,
    `GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION`,
  ];
  try {
    await (program.kind === 'mariadb' ? initialiseMariadb : initialiseMysql)({
      program,
      folder,
      name,
      sql,
      signal,
    });
    renameSync(join(folder, name), join(folder, 'data'));
  } finally {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}
