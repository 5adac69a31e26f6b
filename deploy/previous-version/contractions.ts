import { isWider } from './is-wider.ts';
import type { Column, Schema } from './read-schema.ts';

const tablesOf = ({ columns }: Schema) => new Set([...columns.values()].map(({ table }) => table));

/** What of a column code that knows it as `before` cannot do any more. */
function* lostOf(name: string, before: Column, after: Column | undefined): Generator<string> {
  if (!after) {
    yield `${name} is gone`;
    return;
  }
  if (!isWider(before.type, after.type)) yield `${name} was ${before.type} and is ${after.type}`;
  if (before.isNullable && !after.isNullable) yield `${name} is NOT NULL now`;
  else if (before.isSetByItself && !after.isSetByItself) yield `${name} has no default any more`;
}

/** Whether a constraint holds for all rows that leave a column empty: NULL breaks no key, and no condition but one on it. */
const isKept = (constraint: string, column: string): boolean =>
  new RegExp(`\\b${column}\\b`).test(constraint) && !/\bnull\b|coalesce/i.test(constraint);

/** The constraints that rows of code which does not know them may break. */
function* newConstraints(before: Schema, after: Schema, tables: ReadonlySet<string>): Generator<string> {
  const empty = [...after.columns].filter(
    ([name, { isLeftEmpty }]) => isLeftEmpty && !before.columns.has(name),
  );
  for (const [constraint, table] of after.constraints) {
    if (!tables.has(table) || before.constraints.has(constraint)) continue;
    if (!empty.some(([, column]) => column.table === table && isKept(constraint, column.column)))
      yield `${constraint} is new`;
  }
}

/**
 * What of a schema code that was written for it cannot rely on any more after it has changed: one line each; none where
 * the schema was only expanded.
 */
export function contractions(before: Schema, after: Schema): string[] {
  const [old, left] = [tablesOf(before), tablesOf(after)];
  const lines = [...old].filter(table => !left.has(table)).map(table => `the table ${table} is gone`);
  for (const [name, column] of before.columns)
    if (left.has(column.table)) lines.push(...lostOf(name, column, after.columns.get(name)));
  for (const [name, { table, isSetByItself }] of after.columns)
    if (old.has(table) && !before.columns.has(name) && !isSetByItself)
      lines.push(`${name} is new, NOT NULL and without a default`);
  return [...lines, ...newConstraints(before, after, old)];
}
