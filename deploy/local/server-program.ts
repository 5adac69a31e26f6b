import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DatabaseKind,
  type DatabaseProgram,
  findDatabaseProgram,
  kindNames,
} from './find-database-server.ts';
import { StartError } from './start-error.ts';
import { writePrivateFile } from './write-private-file.ts';

const kindFile = (folder: string): string => join(folder, 'made-by');

/** Notes which kind of server made the data in `folder`: no other kind can read it. */
export const noteKind = (folder: string, kind: DatabaseKind): void =>
  writePrivateFile(kindFile(folder), `${kind}\n`);

/** The program for the data in `folder`: of the kind that made it, any where there is none yet. */
export function programFor(folder: string): DatabaseProgram {
  const made = existsSync(join(folder, 'data')) && readFileSync(kindFile(folder), 'utf8').trim();
  const kind = made === 'mysql' || made === 'mariadb' ? made : undefined;
  const program = findDatabaseProgram(kind);
  if (program) return program;
  throw new StartError(
    kind
      ? `The data in ${folder} was made by ${kindNames[kind]}, which this machine no longer has: install it, or remove that folder to begin with an empty store.`
      : 'There is no MySQL or MariaDB server on this machine.',
  );
}
