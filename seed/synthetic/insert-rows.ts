import type { Connection } from 'mysql2/promise';

/** Writes rows by one statement; all have the columns of the first. Nothing where there are none. */
export async function insertRows(
  connection: Connection,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0] ?? {}).map(column => `\`${column}\``);
  await connection.query(`INSERT INTO \`${table}\` (${columns.join(', ')}) VALUES ?`, [
    rows.map(Object.values),
  ]);
}
