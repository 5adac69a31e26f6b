import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { Column } from './column-literal.ts';

/** A table as it is to be made anew and filled. */
export interface TableDescription {
  name: string;
  /** The CREATE TABLE statement. */
  create: string;
  /** Those that are stored; the server makes the others from them. */
  columns: Column[];
  primaryKey: string[];
}

interface TableRow extends RowDataPacket {
  name: string;
  engine: string;
}

interface ColumnRow extends RowDataPacket {
  table_name: string;
  name: string;
  type: string;
  is_key: number;
}

const tableRows = `SELECT TABLE_NAME AS name, ENGINE AS engine FROM information_schema.TABLES
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' ORDER BY TABLE_NAME`;

const columnRows = `SELECT TABLE_NAME AS table_name, COLUMN_NAME AS name, DATA_TYPE AS type, COLUMN_KEY = 'PRI' AS is_key
  FROM information_schema.COLUMNS
  WHERE TABLE_SCHEMA = DATABASE() AND COALESCE(GENERATION_EXPRESSION, '') = '' ORDER BY TABLE_NAME, ORDINAL_POSITION`;

const others = `SELECT CONCAT('view ', TABLE_NAME) AS name FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()
  UNION SELECT CONCAT('trigger ', TRIGGER_NAME) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
  UNION SELECT CONCAT('routine ', ROUTINE_NAME) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()`;

/**
 * The names of all tables of a database. Throws where it holds what a snapshot would not: tables of another engine than
 * InnoDB, which are not seen as of one moment, views, triggers and routines.
 */
export async function tableNames(connection: Connection): Promise<string[]> {
  const [tables] = await connection.query<TableRow[]>(tableRows);
  const [more] = await connection.query<TableRow[]>(others);
  const strange = [
    ...tables
      .filter(({ engine }) => engine !== 'InnoDB')
      .map(({ name, engine }) => `${engine} table ${name}`),
    ...more.map(({ name }) => name),
  ];
  if (strange.length > 0)
    throw new Error(
      `The database holds what is not of the store and cannot be backed up: ${strange.join(', ')}`,
    );
  return tables.map(({ name }) => name);
}

/** The tables with these names, in their order. */
export async function describeTables(
  connection: Connection,
  names: readonly string[],
): Promise<TableDescription[]> {
  const [rows] = await connection.query<ColumnRow[]>(columnRows);
  const columns = Map.groupBy(rows, row => row.table_name);
  const tables: TableDescription[] = [];
  for (const name of names) {
    const [[created]] = await connection.query<RowDataPacket[]>(
      `SHOW CREATE TABLE ${connection.escapeId(name)}`,
    );
    const ofTable = columns.get(name) ?? [];
    tables.push({
      name,
      create: String(created?.['Create Table']),
      columns: ofTable.map(({ name, type }) => ({ name, type })),
      primaryKey: ofTable.filter(({ is_key }) => is_key === 1).map(column => column.name),
    });
  }
  return tables;
}
