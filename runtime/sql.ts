import type { ConnectionType, EntityManager } from '@mikro-orm/mysql';

/** A piece of SQL with a `?` for each of its values, in their order. */
export interface Sql {
  text: string;
  values: readonly unknown[];
}

export const sql = (text: string, ...values: unknown[]): Sql => ({ text, values });

/** Pieces joined into one; all of them must be there. */
export const join = (pieces: readonly Sql[], separator: string): Sql => ({
  text: pieces.map(piece => piece.text).join(separator),
  values: pieces.flatMap(piece => piece.values),
});

/** A condition that holds when all of these do. */
export const and = (conditions: readonly Sql[]): Sql => join(conditions, ' AND ');

/** `column IN (…)` of one value or more. */
export const isOneOf = (column: string, values: readonly unknown[]): Sql => ({
  text: `${column} IN (${values.map(() => '?').join(', ')})`,
  values,
});

/** Reads the rows of a SELECT, from the writer where nothing else is said. */
export const readRows = <Row>(
  em: EntityManager,
  { text, values }: Sql,
  connectionType: ConnectionType = 'write',
): Promise<Row[]> => em.execute<Row[]>(text, [...values], { connectionType });
