import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { appendOnlyTables } from './audit/tables.ts';

/** What a service may do with the rows of a table. */
function rightsOn(table: string): string {
  // The list of migrations is that of their user.
  if (table === 'migration') return 'SELECT';
  return appendOnlyTables.includes(table) ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
}

/** The account that a connection was let in as: the server finds it by where the user comes from. */
async function accountOf(connection: Connection): Promise<string> {
  const [[row]] = await connection.query<RowDataPacket[]>('SELECT CURRENT_USER() AS account');
  const account = String(row?.account);
  const at = account.lastIndexOf('@');
  return `${connection.escape(account.slice(0, at))}@${connection.escape(account.slice(at + 1))}`;
}

async function accountOfUrl(url: string): Promise<string> {
  const connection = await createConnection(url);
  try {
    return await accountOf(connection);
  } finally {
    await connection.end();
  }
}

/** Takes from who may do all with a database everything but the right to read it. What was granted on tables stays. */
async function takeTheRest(connection: Connection, account: string): Promise<void> {
  const [[row]] = await connection.query<RowDataPacket[]>('SELECT DATABASE() AS name');
  // _ is a wildcard in GRANT.
  const all = `${connection.escapeId(String(row?.name)).replaceAll('_', '\\_')}.*`;
  const read = `GRANT SELECT ON ${all} TO ${account}`;
  // Nothing can be revoked where nothing is granted.
  for (const statement of [read, `REVOKE ALL PRIVILEGES ON ${all} FROM ${account}`, read])
    await connection.query(statement);
}

/**
 * Lets a service's database user work with the tables that there are now, and takes from it what else it was granted on the
 * database: it changes no table, and adds to the audit log alone. Done as the user of migrations, who must hold all rights on the
 * database and may pass them on. May be done again at any time, while services work. Throws where both are the same user.
 */
export async function grantRights(migrationUrl: string, serviceUrl: string): Promise<void> {
  const account = await accountOfUrl(serviceUrl);
  const connection = await createConnection(migrationUrl);
  try {
    if ((await accountOf(connection)) === account)
      throw new Error(`Who migrates must be another user than the services', not ${account}.`);
    const [tables] = await connection.query<RowDataPacket[]>('SHOW TABLES');
    for (const row of tables) {
      const table = String(Object.values(row)[0]);
      await connection.query(`GRANT ${rightsOn(table)} ON ${connection.escapeId(table)} TO ${account}`);
    }
    await takeTheRest(connection, account);
  } finally {
    await connection.end();
  }
}
