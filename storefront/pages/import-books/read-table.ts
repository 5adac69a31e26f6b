import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { mostBytes, mostRows } from './file-limits.ts';

/** A row of a file: its number as a spreadsheet counts, the first row is 1, and its cells. */
export interface TableRow {
  number: number;
  cells: string[];
}

/** Why a file is no list of books. `row` is where it stops to be a table. */
export interface FileProblem {
  problem: 'empty' | 'tooLarge' | 'tooManyRows' | 'quotes';
  row?: number;
}

/** The text of a file: UTF-8, or else what spreadsheets in the West write, Windows-1252. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What parts the cells: the sign that the first row has most of. Spreadsheets in Spanish write semicolons. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counted = [',', ';', '\t'].map(sign => ({ sign, count: first.split(sign).length }));
  return counted.reduce((most, each) => (each.count > most.count ? each : most)).sign;
}

// What a spreadsheet would take for a formula is written with a ' before it (write-table.ts).
const unquoted = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '');

/** The rows of a CSV file, those without anything in them left out, or why there are none. */
export function readTable(bytes: Uint8Array): TableRow[] | FileProblem {
  if (bytes.length > mostBytes) return { problem: 'tooLarge' };
  const text = decode(bytes);
  let records: string[][];
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text.replace(/^\uFEFF/, '')),
      relax_column_count: true,
      trim: true,
    });
  } catch (error) {
    if (error instanceof CsvError) return { problem: 'quotes', row: Number(error.lines ?? error.records) };
    throw error;
  }
  const rows = records
    .map((cells, index) => ({ number: index + 1, cells: cells.map(unquoted) }))
    .filter(({ cells }) => cells.some(cell => cell !== ''));
  if (rows.length < 2) return { problem: 'empty' };
  return rows.length - 1 > mostRows ? { problem: 'tooManyRows' } : rows;
}
