import DataLoader from 'dataloader';
import { join, type Sql, sql } from './sql.ts';

/** A SELECT, parted after its columns. Those that one loader is given have the same columns. */
export interface Select {
  columns: Sql;
  /** From FROM on. With an order it needs a LIMIT too, or MySQL forgets the order within a UNION. */
  rest: Sql;
}

/** How many books have a value. */
export interface Count {
  value: string;
  amount: number;
}

interface Part {
  part: number;
}

const selectPart = ({ columns, rest }: Select, part: number): Sql =>
  join([sql(`SELECT ${part} AS part,`), columns, rest], ' ');

const inParentheses = (piece: Sql): Sql => ({ ...piece, text: `(${piece.text})` });

/**
 * Loads the rows of SELECTs: those that are asked for at the same moment, by all books of a page, say, become
 * one statement. Nothing is kept from before.
 */
export const selectLoader = <Row extends object>(
  execute: (statement: Sql) => Promise<(Row & Part)[]>,
): DataLoader<Select, Row[]> =>
  new DataLoader(
    async selects => {
      const parts = selects.map(selectPart);
      const rows = await execute(
        parts.length === 1 ? join(parts, '') : join(parts.map(inParentheses), ' UNION ALL '),
      );
      const grouped = Map.groupBy(rows, row => row.part);
      return selects.map((_, part) => grouped.get(part) ?? []);
    },
    { cache: false },
  );
