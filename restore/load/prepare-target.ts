import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { SubgraphName } from '../../runtime/services.ts';
import { unfinishedTable } from '../../runtime/unfinished-restore.ts';

const beatMilliseconds = 2_500;

async function tablesOf(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>('SHOW TABLES');
  return rows.map(row => String(Object.values(row)[0]));
}

/** Whether a process of the store notes its heartbeat in the database. */
async function isInUse(connection: Connection): Promise<boolean> {
  const beat = async () => {
    const [[row]] = await connection
      .query<RowDataPacket[]>('SELECT beaten_at FROM heartbeat')
      .catch(() => [[]]);
    return String(row?.beaten_at);
  };
  const before = await beat();
  await new Promise(resolve => setTimeout(resolve, beatMilliseconds));
  return (await beat()) !== before;
}

/**
 * Makes sure that a database may be filled: it is empty, or is emptied where that was asked for, and no store works in
 * it. Rejects with what to do otherwise, before anything is touched.
 */
export async function checkTarget(
  subgraph: SubgraphName,
  connection: Connection,
  overwrite: boolean,
): Promise<void> {
  const tables = await tablesOf(connection);
  if (tables.length === 0) return;
  if (!overwrite)
    throw new Error(
      `The database of ${subgraph} is not empty (${tables.length} tables). Name an empty one, or add --overwrite: what is in it is then lost.`,
    );
  if (await isInUse(connection))
    throw new Error(`The store works in the database of ${subgraph}: stop all of its processes first.`);
}

/** Empties a database, and marks it as one that is being restored. */
export async function emptyTarget(connection: Connection): Promise<void> {
  await connection.query('SET SESSION foreign_key_checks = 0, unique_checks = 0');
  const tables = await tablesOf(connection);
  if (tables.length > 0)
    await connection.query(`DROP TABLE ${tables.map(table => connection.escapeId(table)).join(', ')}`);
  await connection.query(`CREATE TABLE ${unfinishedTable} (id INT NOT NULL PRIMARY KEY)`);
}

/** The database is whole: takes the mark away. */
export const markWhole = async (connection: Connection): Promise<void> => {
  await connection.query(`DROP TABLE IF EXISTS ${unfinishedTable}`);
};
