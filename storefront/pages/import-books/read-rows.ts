import { conditions } from '../../components/conditions.ts';
import type { PublishBookInput } from '../../graphql/schema-types.generated.ts';
import { type BookDraft, type BookField, emptyDraft, inputOf } from '../../selling/book-draft.ts';
import { type DraftProblem, draftProblems } from '../../selling/draft-problems.ts';
import { type Column, columnOf, columns, fold } from './columns.ts';
import type { TableRow } from './read-table.ts';

/** What is wrong with a cell. */
export type CellProblem = DraftProblem | 'condition' | 'tooLong';

/** A row of a list as a book. */
export interface BookRow {
  /** As a spreadsheet counts: the first row, which names the columns, is 1. */
  number: number;
  cells: readonly string[];
  draft: BookDraft;
  input: PublishBookInput;
  problems: ReadonlyMap<BookField, CellProblem>;
}

/** A list of books; or the columns that its first row lacks. */
export type BookList =
  | { header: readonly string[]; rows: BookRow[]; unknown: string[] }
  | { missing: Column[] };

/** How the grades are written, in both languages. */
const grades: Record<string, BookDraft['condition']> = {
  nuevo: 'NEW',
  'como nuevo': 'AS_NEW',
  excelente: 'FINE',
  'muy bueno': 'VERY_GOOD',
  bueno: 'GOOD',
  aceptable: 'FAIR',
  regular: 'FAIR',
  deteriorado: 'POOR',
  malo: 'POOR',
  ...Object.fromEntries(conditions.map(condition => [fold(condition), condition])),
};

/** A row that is longer, in characters, does not go into a request. */
const longestRow = 20_000;

function readRow({ number, cells }: TableRow, fields: readonly (BookField | undefined)[]): BookRow {
  const said = new Map(
    fields.flatMap((field, place) => (field ? [[field, cells[place] ?? ''] as const] : [])),
  );
  const text = (field: BookField): string => said.get(field)?.trim() ?? '';
  const condition = grades[fold(text('condition'))];
  const draft: BookDraft = {
    ...emptyDraft,
    ...Object.fromEntries(said),
    condition: condition ?? 'GOOD',
    stock: text('stock') || '1',
  };
  const problems = new Map<BookField, CellProblem>(draftProblems(draft));
  if (text('condition') === '') problems.set('condition', 'missing');
  else if (!condition) problems.set('condition', 'condition');
  if (cells.join('').length > longestRow) problems.set('description', 'tooLong');
  return { number, cells, draft, input: inputOf(draft), problems };
}

/** Reads the rows of a table as books. The first one names the columns; those that are none of ours are left aside. */
export function readRows([header, ...rows]: readonly TableRow[]): BookList {
  const names = header?.cells ?? [];
  const known = names.map(columnOf);
  const missing = columns.filter(column => column.isNeeded && !known.includes(column));
  if (missing.length > 0) return { missing };
  const fields = known.map((column, place) => (known.indexOf(column) === place ? column?.field : undefined));
  return {
    header: names,
    rows: rows.map(row => readRow(row, fields)),
    unknown: names.filter((name, place) => name !== '' && fields[place] === undefined),
  };
}
