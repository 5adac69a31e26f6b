import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';

/** A column, as information_schema has it. */
export interface Column {
  table: string;
  column: string;
  /** With its character set, such as varchar(40) ascii_bin. */
  type: string;
  isNullable: boolean;
  /** Whether the database sets it where an INSERT does not. */
  isSetByItself: boolean;
  /** Whether it is NULL where an INSERT does not name it. */
  isLeftEmpty: boolean;
}

/** What a database is made of, as far as those who write to it must know. */
export interface Schema {
  /** By table.column. */
  columns: Map<string, Column>;
  /** What refuses rows: unique keys, foreign keys and conditions, each with all that it says; by table, then that. */
  constraints: Map<string, string>;
}

const columnsSql = `SELECT TABLE_NAME AS tableName, COLUMN_NAME AS columnName,
    CONCAT_WS(' ', COLUMN_TYPE, COLLATION_NAME) AS type, IS_NULLABLE = 'YES' AS isNullable,
    IS_NULLABLE = 'YES' OR COLUMN_DEFAULT IS NOT NULL OR EXTRA LIKE '%auto_increment%'
      OR EXTRA LIKE '%GENERATED%' AS isSetByItself,
    IS_NULLABLE = 'YES' AND COALESCE(COLUMN_DEFAULT, 'NULL') = 'NULL' AND EXTRA NOT LIKE '%GENERATED%' AS isLeftEmpty
  FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()`;

const uniqueKeysSql = `SELECT TABLE_NAME AS tableName,
    CONCAT('unique (', GROUP_CONCAT(COLUMN_NAME, COALESCE(CONCAT('(', SUB_PART, ')'), '') ORDER BY SEQ_IN_INDEX), ')') AS text
  FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND NON_UNIQUE = 0 GROUP BY TABLE_NAME, INDEX_NAME`;

const foreignKeysSql = `SELECT TABLE_NAME AS tableName,
    CONCAT('(', GROUP_CONCAT(COLUMN_NAME ORDER BY ORDINAL_POSITION), ') of ', REFERENCED_TABLE_NAME) AS text
  FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL
  GROUP BY TABLE_NAME, CONSTRAINT_NAME, REFERENCED_TABLE_NAME`;

// On MariaDB a condition's name is its table's own, on MySQL the database's.
const conditionsSql =
  'SELECT * FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()';
const holdersSql = `SELECT TABLE_NAME AS tableName, CONSTRAINT_NAME AS name FROM information_schema.TABLE_CONSTRAINTS
  WHERE TABLE_SCHEMA = DATABASE() AND CONSTRAINT_TYPE = 'CHECK'`;

async function readConditions(connection: Connection): Promise<[constraint: string, table: string][]> {
  const [conditions] = await connection.query<RowDataPacket[]>(conditionsSql);
  const [rows] = await connection.query<RowDataPacket[]>(holdersSql);
  const holders = new Map(rows.map(({ name, tableName }) => [name, tableName]));
  return conditions.map(row => {
    const table = String(row.TABLE_NAME ?? holders.get(row.CONSTRAINT_NAME));
    return [`${table}: check ${row.CHECK_CLAUSE}`, table];
  });
}

/** Reads what a database is made of. */
export async function readSchema(url: string): Promise<Schema> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query<RowDataPacket[]>(columnsSql);
    const columns = rows.map(row => ({
      table: String(row.tableName),
      column: String(row.columnName),
      type: String(row.type),
      isNullable: Boolean(row.isNullable),
      isSetByItself: Boolean(row.isSetByItself),
      isLeftEmpty: Boolean(row.isLeftEmpty),
    }));
    const constraints = new Map(await readConditions(connection));
    for (const sql of [uniqueKeysSql, foreignKeysSql]) {
      const [found] = await connection.query<RowDataPacket[]>(sql);
      for (const { tableName, text } of found) constraints.set(`${tableName}: ${text}`, String(tableName));
    }
    return { columns: new Map(columns.map(each => [`${each.table}.${each.column}`, each])), constraints };
  } finally {
    await connection.end();
  }
}
