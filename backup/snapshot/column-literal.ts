/** A column, as information_schema describes it. */
export interface Column {
  name: string;
  type: string;
}

const numbers = new Set(['tinyint', 'smallint', 'mediumint', 'int', 'bigint', 'decimal', 'year']);
const texts = new Set([
  ...['char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'enum', 'set', 'json'],
  ...['date', 'datetime', 'timestamp', 'time'],
]);
const bytes = new Set(['binary', 'varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob']);

/**
 * An expression by which the server itself writes the value of a column as a literal of SQL, on one line. Throws for a
 * type that this has not been tried with.
 */
export function columnLiteral({ name, type }: Column): string {
  const column = `\`${name}\``;
  if (numbers.has(type)) return `IFNULL(${column}, 'NULL')`;
  if (texts.has(type)) return `REPLACE(QUOTE(${column}), '\\n', '\\\\n')`;
  if (bytes.has(type)) return `IFNULL(CONCAT('x''', HEX(${column}), ''''), 'NULL')`;
  throw new Error(
    `The column ${name} is of the type ${type}, which backups do not know: teach columnLiteral.`,
  );
}
