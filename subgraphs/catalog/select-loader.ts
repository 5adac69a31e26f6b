import DataLoader from 'dataloader';
import { join, type Sql, sql } from '../../runtime/sql.ts';

/** A SELECT, parted after its columns. */
export interface Select {
  columns: Sql;
  /** Where the columns are not those of all that one loader is given: by it are told which of them stand in one UNION. */
  kind?: string;
  /** From FROM on. With an order it needs a LIMIT too, or MySQL forgets the order within a UNION. */
  rest: Sql;
}

/** How many books have a value. */
export interface Count {
  /** Null where books have none. */
  value: string | null;
  amount: number;
  /** Of the whole result as many books as each grade has, in the order of the grades, parted by spaces; null where not asked. */
  grades: string | null;
}

/** The columns of a Count. */
export const countColumns = (value: string, amount: string, grades = 'NULL'): Sql =>
  sql(`${value} AS value, ${amount} AS amount, ${grades} AS grades`);

interface Part {
  part: number;
}

const selectPart = ({ columns, rest }: Select, part: number): Sql =>
  join([sql(`SELECT ${part} AS part,`), columns, rest], ' ');

const inParentheses = (piece: Sql): Sql => ({ ...piece, text: `(${piece.text})` });

const inOne = (parts: readonly Sql[]): Sql =>
  parts.length === 1 ? join(parts, '') : join(parts.map(inParentheses), ' UNION ALL ');

/**
 * Loads the rows of SELECTs: those of one kind that are asked for at the same moment, by all books of a page, say, become one
 * statement. Nothing is kept from before.
 */
export const selectLoader = <Row extends object>(
  execute: (statement: Sql) => Promise<(Row & Part)[]>,
): DataLoader<Select, Row[]> =>
  new DataLoader(
    async selects => {
      const parts = selects.map((select, part) => ({
        kind: select.kind,
        statement: selectPart(select, part),
      }));
      const statements = Array.from(Map.groupBy(parts, ({ kind }) => kind).values(), alike =>
        inOne(alike.map(({ statement }) => statement)),
      );
      const rows = (await Promise.all(statements.map(execute))).flat();
      const grouped = Map.groupBy(rows, row => row.part);
      return selects.map((_, part) => grouped.get(part) ?? []);
    },
    { cache: false },
  );
