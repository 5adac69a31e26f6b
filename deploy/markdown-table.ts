/** A table in Markdown, its columns as wide as the formatter makes them; cells are text in Markdown without line breaks. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map(row => row.map(cell => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) =>
    Math.max(3, ...cells.map(row => Array.from(row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - Array.from(cell).length)).join(' | ')} |`;
  const [first = [], ...rest] = cells;
  return [line(first), line(widths.map(width => '-'.repeat(width))), ...rest.map(line)].join('\n');
}
