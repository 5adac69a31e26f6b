// A spreadsheet takes what begins so for a formula.
const inert = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as a CSV file (RFC 4180) that spreadsheets read as UTF-8 and run nothing of. */
export const writeTable = (rows: readonly (readonly string[])[]): Blob =>
  new Blob(['\uFEFF', ...rows.map(row => `${row.map(cell => quoted(inert(cell))).join(',')}\r\n`)], {
    type: 'text/csv;charset=utf-8',
  });
