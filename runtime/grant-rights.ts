import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { appendOnlyTables } from './audit/tables.ts';

/** What a service may do with the rows of a table, besides reading them. */
function rightsOn(table: string): string | undefined {
  // The list of migrations is that of their user.
  if (table === 'migration') return undefined;
  return appendOnlyTables.includes(table) ? 'INSERT' : 'INSERT, UPDATE, DELETE';
}

/** The account that a user of a URL is: the server finds it by where the user comes from. */
async function accountOf(url: string): Promise<string> {
  const connection = await createConnection(url);
  try {
    const [[row]] = await connection.query<RowDataPacket[]>('SELECT CURRENT_USER() AS account');
    const account = String(row?.account);
    const at = account.lastIndexOf('@');
    return `${connection.escape(account.slice(0, at))}@${connection.escape(account.slice(at + 1))}`;
  } finally {
    await connection.end();
  }
}

/**
 * Lets a service's database user work with the tables that there are now, as the user of migrations, who must hold all rights on
 * the database and may pass them on. The service changes no table, and adds to the audit log alone. What it was granted on
 * the whole database (SELECT, by who made it) stays. May be done again at any time.
 */
export async function grantRights(migrationUrl: string, serviceUrl: string): Promise<void> {
  const account = await accountOf(serviceUrl);
  const connection = await createConnection(migrationUrl);
  try {
    const [tables] = await connection.query<RowDataPacket[]>('SHOW TABLES');
    for (const row of tables) {
      const table = String(Object.values(row)[0]);
      const rights = rightsOn(table);
      if (rights) await connection.query(`GRANT ${rights} ON ${connection.escapeId(table)} TO ${account}`);
    }
  } finally {
    await connection.end();
  }
}
