import { createConnection, type RowDataPacket } from 'mysql2/promise';

const names = { statements: 'Questions', commits: 'Handler_commit', logBytes: 'Innodb_os_log_written' };

/** What a database server has done since it started: statements, commits within it, bytes of its redo log. */
export type DatabaseCounters = Record<keyof typeof names, number>;

export async function databaseCounters(adminUrl: string): Promise<DatabaseCounters> {
  const connection = await createConnection(adminUrl);
  try {
    const [rows] = await connection.query<RowDataPacket[]>('SHOW GLOBAL STATUS');
    const values = new Map(rows.map(({ Variable_name, Value }) => [Variable_name, Number(Value)]));
    const of = (name: keyof typeof names) => values.get(names[name]) ?? Number.NaN;
    return { statements: of('statements'), commits: of('commits'), logBytes: of('logBytes') };
  } finally {
    await connection.end();
  }
}
