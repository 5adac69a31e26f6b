import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Connection } from 'mysql2';
import { columnLiteral } from './column-literal.ts';
import type { TableDescription } from './describe-tables.ts';

/** Rows go together into statements of about so many characters: fewer of them, and far from max_allowed_packet. */
const statementCharacters = 500_000;

const quoted = (name: string): string => `\`${name}\``;

const selectOf = ({ name, columns, primaryKey }: TableDescription): string => {
  const order = primaryKey.length > 0 ? ` ORDER BY ${primaryKey.map(quoted).join(', ')}` : '';
  return `SELECT CONCAT_WS(',', ${columns.map(columnLiteral).join(', ')}) FROM ${quoted(name)}${order}`;
};

/** The table as statements of SQL, one a line: how it is made, and its rows. Counts these in `count`. */
async function* statementsOf(
  connection: Connection,
  table: TableDescription,
  count: { rows: number },
): AsyncGenerator<string> {
  yield `${table.create.replaceAll('\n', ' ')};\n`;
  const insert = `INSERT INTO ${quoted(table.name)} (${table.columns.map(({ name }) => quoted(name)).join(',')}) VALUES`;
  let statement = '';
  const rows = connection.query({ sql: selectOf(table), rowsAsArray: true }).stream({ highWaterMark: 1_000 });
  for await (const [row] of rows) {
    statement += statement === '' ? `${insert} (${row})` : `,(${row})`;
    count.rows += 1;
    if (statement.length < statementCharacters) continue;
    yield `${statement};\n`;
    statement = '';
  }
  if (statement !== '') yield `${statement};\n`;
}

/** Writes a table, as the connection's transaction sees it, into a gzip file of SQL; answers how many rows it has. */
export async function writeTable(
  connection: Connection,
  table: TableDescription,
  file: string,
): Promise<number> {
  const count = { rows: 0 };
  await pipeline(
    statementsOf(connection, table, count),
    createGzip({ level: 1 }),
    createWriteStream(file, { mode: 0o600, flush: true }),
  );
  return count.rows;
}
