import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createConnection } from 'mysql2/promise';
import { type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { type DatabaseRights, databaseStatements } from './database-statements.ts';
import { writePrivateFile } from './write-private-file.ts';

/** A mysql:// URL for each subgraph. */
export type DatabaseUrls = Record<SubgraphName, string>;

/** The databases of a store: as its services use them, and as migrate changes them. */
export interface StoreDatabases {
  services: DatabaseUrls;
  migrations: DatabaseUrls;
}

interface DatabasesOptions {
  /** Where root logs in: adminUrl of a DatabaseServer. */
  adminUrl: string;
  /** The file, readable by its owner alone, that keeps the users' passwords from one run to the next. */
  passwordFile: string;
  /** From where the users may log in, as MySQL writes hosts: 127.0.0.1 by default. */
  usersFrom?: string;
  /** The databases are <prefix>_auth, …; lower-case letters, digits and _, 20 at most. */
  prefix?: string;
}

function readPasswords(file: string): Partial<Record<string, string>> {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Makes the three databases, each with a user of its own, called like it and `suffix`, who may touch that one alone. */
async function createUsers(
  options: DatabasesOptions,
  suffix: string,
  rights: DatabaseRights,
): Promise<DatabaseUrls> {
  const { adminUrl, passwordFile, usersFrom = '127.0.0.1', prefix = 'bookstore' } = options;
  if (!/^[a-z0-9_]{1,20}$/.test(prefix)) throw new RangeError(`${prefix} is no prefix of a database`);
  const passwords = readPasswords(passwordFile);
  const names = subgraphs.map(subgraph => `${prefix}_${subgraph}`);
  for (const name of names) passwords[name + suffix] ??= randomBytes(24).toString('hex');
  writePrivateFile(passwordFile, JSON.stringify(passwords));
  const connection = await createConnection(adminUrl);
  try {
    for (const name of names)
      for (const statement of databaseStatements({
        database: name,
        user: name + suffix,
        from: usersFrom,
        password: passwords[name + suffix] ?? '',
        rights,
      }))
        await connection.query(statement);
  } finally {
    await connection.end();
  }
  const { host } = new URL(adminUrl);
  const url = (subgraph: SubgraphName) => {
    const name = `${prefix}_${subgraph}`;
    return `mysql://${name}${suffix}:${passwords[name + suffix]}@${host}/${name}`;
  };
  return { auth: url('auth'), catalog: url('catalog'), purchase: url('purchase') };
}

/** Makes the three databases, each with a user of its own who may do all with that one alone; those there stay. */
export const createDatabases = (options: DatabasesOptions): Promise<DatabaseUrls> =>
  createUsers(options, '', 'all');

/**
 * The same with two users each: one who migrates, and one for the services, who may read and is granted the rest by migrate,
 * table by table: no change of a table, and nothing but additions to the audit log.
 */
export const createStoreDatabases = async (options: DatabasesOptions): Promise<StoreDatabases> => ({
  migrations: await createUsers(options, '', 'all and grant'),
  services: await createUsers(options, '_rw', 'read'),
});
