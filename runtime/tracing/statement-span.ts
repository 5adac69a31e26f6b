import type { SpanFacts } from './spans.ts';

/** So much of a statement is looked at, and shown. */
const readCharacters = 20_000;
const shownCharacters = 2_000;
const shownTables = 3;

// A name in backticks is kept; texts and numbers are values. What a text begins with and does not end, since it was
// cut off, is one too.
const values =
  /(`[^`]*`?)|'(?:[^'\\]|\\.|'')*(?:'|\\?$)|"(?:[^"\\]|\\.|"")*(?:"|\\?$)|\b(?:0x[\da-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?)\b/gis;
const lists = /\(\s*\?(?:\s*,\s*\?)*\s*\)(?:\s*,\s*\(\s*\?(?:\s*,\s*\?)*\s*\))*/g;

/** A statement without the values in it: ? stands for each, (?) for a list of them, however long. */
export const withoutValues = (sql: string): string =>
  sql
    .slice(0, readCharacters)
    .replace(values, (_, name?: string) => name ?? '?')
    .replace(lists, '(?)')
    .slice(0, shownCharacters);

// FOR UPDATE and ON DUPLICATE KEY UPDATE name no table.
const tables = /(?:\b(?:from|into|join)|^\s*update)\s+`?([\w.]+)/gi;

/** What a statement does, and to which tables, as "SELECT book seller". */
function summaryOf(text: string): { operation: string; summary: string } {
  const operation = (/^\s*([a-z]+)/i.exec(text)?.[1] ?? 'statement').toUpperCase();
  const names = new Set(Array.from(text.matchAll(tables), ([, table = '']) => table));
  return { operation, summary: [operation, ...[...names].slice(0, shownTables)].join(' ') };
}

/** The span of an SQL statement, by OpenTelemetry's conventions for databases; it shows no values. */
export function statementSpan(sql: string): SpanFacts {
  const text = withoutValues(sql);
  const { operation, summary } = summaryOf(text);
  return {
    name: summary,
    kind: 'client',
    attributes: {
      'db.system.name': 'mysql',
      'db.operation.name': operation,
      'db.query.summary': summary,
      'db.query.text': text,
    },
  };
}
