import { stat } from 'node:fs/promises';
import { CannotSeed } from './cannot-seed.ts';
import { csvRecords } from './csv-records.ts';
import { offerOfRow } from './offer-of-row.ts';
import type { Row } from './publish-rows.ts';
import { randomOf } from './random.ts';
import { randomCopy } from './random-copy.ts';

const required = ['title', 'authors'];

/** A row of the file, with the line that it begins on. */
export type CsvRow = Row & { line: number };

function headerOf(file: string, fields: readonly string[]): string[] {
  const header = fields.map(name => name.trim().toLowerCase());
  const missing = required.filter(name => !header.includes(name));
  if (missing.length === 0) return header;
  throw new CannotSeed(
    `${file} lacks the column ${missing.map(name => `"${name}"`).join(' and ')}: ` +
      `its header line names ${header.map(name => `"${name}"`).join(', ')}.`,
  );
}

function columnsOf(header: readonly string[], fields: readonly string[]): Map<string, string> | string {
  if (fields.length !== header.length) {
    return `its number of fields is ${fields.length}, that of the header line ${header.length}`;
  }
  return new Map(header.map((name, index) => [name, (fields[index] ?? '').trim()]));
}

/**
 * The rows of a CSV file as offers. Row n (from 1 on, the header line aside) gets its grade, price and number of
 * copies from the generator that is seeded with n: the same ones in every run. Throws CannotSeed where the
 * header line is missing or names no title or authors.
 */
export async function* csvRows(file: string): AsyncGenerator<CsvRow> {
  const { size } = await stat(file);
  let header: string[] | undefined;
  let number = 0;
  for await (const record of csvRecords(file)) {
    if (header === undefined) {
      if ('problem' in record)
        throw new CannotSeed(`The header line of ${file} cannot be read: ${record.problem}.`);
      header = headerOf(file, record.fields);
      continue;
    }
    number += 1;
    const row = { number, line: record.line, share: record.end / size };
    const columns = 'problem' in record ? record.problem : columnsOf(header, record.fields);
    const offer = typeof columns === 'string' ? columns : offerOfRow(columns, randomCopy(randomOf(number)));
    yield typeof offer === 'string' ? { ...row, problem: offer } : { ...row, offer };
  }
  if (header === undefined) {
    throw new CannotSeed(`${file} is empty: it needs a header line that names title and authors.`);
  }
}
