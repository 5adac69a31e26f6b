import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import {
  createDatabases,
  createStoreDatabases,
  type DatabaseUrls,
  type StoreDatabases,
} from '../deploy/local/databases.ts';
import { places } from '../deploy/local/places.ts';
import { readTestSettings } from './env.ts';

const prefix = 'test_';

/** Where the administrator of the tests' database server logs in. */
export function adminUrl(): string {
  const url = readTestSettings().TEST_DATABASE_ADMIN_URL;
  if (!url) throw new Error('Run the tests by `npm test`: it starts the database that they need.');
  return url;
}

/** Runs one statement as the administrator of the tests' database server. */
export async function runAsAdministrator(statement: string): Promise<RowDataPacket[]> {
  const connection = await createConnection(adminUrl());
  try {
    const [rows] = await connection.query<RowDataPacket[]>(statement);
    return rows;
  } finally {
    await connection.end();
  }
}

const optionsFor = (name: string) => ({
  adminUrl: adminUrl(),
  passwordFile: join(places.data, 'test', `passwords-${name}.json`),
  // The server may be in a container, which sees us come from another address.
  usersFrom: '%',
  prefix: `${prefix}${name}`,
});

/** Three empty databases, by users who may do all with them. */
export const createTestDatabases = (name: string): Promise<DatabaseUrls> => createDatabases(optionsFor(name));

/** Three empty databases for one test store, whose services may do as little with them as everywhere. */
export const createTestStoreDatabases = (name: string): Promise<StoreDatabases> =>
  createStoreDatabases(optionsFor(name));

/** Drops what an earlier run left. */
export async function dropOldDatabases(): Promise<void> {
  const connection = await createConnection(adminUrl());
  try {
    const [rows] = await connection.query<RowDataPacket[]>('SHOW DATABASES');
    const names = rows.map(row => String(Object.values(row)[0])).filter(name => name.startsWith(prefix));
    for (const name of names) await connection.query(`DROP DATABASE \`${name}\``);
  } finally {
    await connection.end();
  }
}
