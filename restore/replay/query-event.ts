// Layout of a Query_event and its status variables:
// https://dev.mysql.com/doc/dev/mysql-server/latest/classmysql_1_1binlog_1_1event_1_1Query__event.html

const flagsKey = 0;
const sqlModeKey = 1;
const noForeignKeyChecks = 1 << 26;

/** A statement in a binary log. */
export interface LoggedStatement {
  /** The database that it was run in. */
  schema: string;
  sql: string;
  /** The modes that it was run in, as the number that sql_mode takes too. */
  sqlMode: bigint;
  checksForeignKeys: boolean;
}

/** The statement in the body of an event of the type query. */
export function readStatement(body: Buffer): LoggedStatement {
  const schemaLength = body.readUInt8(8);
  const variablesLength = body.readUInt16LE(11);
  const variables = body.subarray(13, 13 + variablesLength);
  const schemaAt = 13 + variablesLength;
  const statement = {
    schema: body.toString('utf8', schemaAt, schemaAt + schemaLength),
    sql: body.toString('utf8', schemaAt + schemaLength + 1),
  };
  // Those two stand first; what stands behind them says nothing about the statements that a store's migrations are made of.
  let flags = 0;
  let sqlMode = 0n;
  let at = 0;
  if (variables[at] === flagsKey) {
    flags = variables.readUInt32LE(at + 1);
    at += 5;
  }
  if (variables[at] === sqlModeKey) sqlMode = variables.readBigUInt64LE(at + 1);
  return { ...statement, sqlMode, checksForeignKeys: (flags & noForeignKeyChecks) === 0 };
}

/** What is to be done about a statement in a log of rows. */
export type StatementKind = 'run' | 'pass over' | 'refuse';

const kinds: readonly [RegExp, StatementKind][] = [
  [/^(BEGIN|START|COMMIT|SAVEPOINT|FLUSH|ANALYZE|OPTIMIZE|REPAIR|SET|GRANT|REVOKE)\b/i, 'pass over'],
  [/^(CREATE|ALTER|DROP|RENAME)\s+(OR\s+REPLACE\s+)?(USER|ROLE|SERVER|EVENT)\b/i, 'pass over'],
  [/^(CREATE|ALTER)\s+(DATABASE|SCHEMA)\b/i, 'pass over'],
  [/^(CREATE|ALTER|RENAME|TRUNCATE)\b/i, 'run'],
  [/^DROP\s+(?!DATABASE|SCHEMA)/i, 'run'],
];

/** Comments before a statement that are not run. */
const comments = /^(\s|\/\*(?![!M])[\s\S]*?\*\/|--[^\n]*\n|#[^\n]*\n)+/;

/**
 * What is to be done about a statement: changes of tables are run again, rights and the like are of the server and not
 * of the database. Refused is what changes rows without telling them, and what takes the whole database away.
 */
export function kindOf(sql: string): StatementKind {
  const text = sql.replace(comments, '');
  return kinds.find(([pattern]) => pattern.test(text))?.[1] ?? 'refuse';
}

const name = '(?:`([^`]+)`|([\\w$]+))';
const condition = '\\s*(?:IF\\s+(?:NOT\\s+)?EXISTS\\s+)?';

/** Where the database of a table's name stands. Tables are listed in DROP and RENAME alone; elsewhere a comma means columns. */
const inOthers = new RegExp(`\\b(?:TABLE|ON|TO|TRUNCATE)\\b${condition}${name}\\s*\\.`, 'gi');
const inLists = new RegExp(`(?:\\b(?:TABLE|TO)\\b|,)${condition}${name}\\s*\\.`, 'gi');
const wholeDatabase = new RegExp(`^DROP\\s+(?:DATABASE|SCHEMA)\\b${condition}${name}`, 'gi');

/** The databases that a change of tables names itself; none where it means the one that it was run in. */
export function schemasIn(sql: string): string[] {
  const text = sql.replace(comments, '');
  if (!/^(CREATE|ALTER|DROP|RENAME|TRUNCATE)\b/i.test(text)) return [];
  const places = /^(DROP|RENAME)\b/i.test(text) ? [inLists, wholeDatabase] : [inOthers];
  return places.flatMap(place =>
    Array.from(text.matchAll(place), ([, quoted, plain]) => quoted ?? plain ?? ''),
  );
}
