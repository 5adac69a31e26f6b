import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { type Info, parse } from 'csv-parse';
import { nextLineStart } from './next-line-start.ts';

const maxRecordBytes = 1_000_000;

/** A record of a CSV file, or why there is none at that place. */
export type CsvRecord = {
  /** The line that it begins on, from 1 on. */
  line: number;
  /** Where it ends, in bytes from the beginning of the file. */
  end: number;
} & ({ fields: string[] } | { problem: string });

interface Place {
  /** In bytes from the beginning of the file. */
  offset: number;
  /** Lines before it. */
  lines: number;
}

const lineBreaks = (fields: readonly string[]) =>
  fields.reduce((count, field) => count + field.split('\n').length - 1, 0);

/** The records up to the first one whose quotes are wrong; tells of that one by `onProblem`. */
async function* recordsUntilProblem(file: string, from: Place, onProblem: (code: string) => void) {
  let before = Number.POSITIVE_INFINITY;
  const parser = parse({
    bom: from.offset === 0,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxRecordBytes,
    skip_records_with_error: true,
    on_skip: error => {
      if (before !== Number.POSITIVE_INFINITY) return;
      before = parser.info.records;
      onProblem(error?.code ?? 'CSV_ERROR');
    },
  });
  // What goes wrong in reading arrives by the iteration over the parser.
  pipeline(createReadStream(file, { start: from.offset }), parser, () => undefined);
  const records: AsyncIterable<{ record: string[]; info: Info }> = parser;
  for await (const { record, info } of records) {
    if (info.records > before) return;
    const lastLine = from.lines + info.lines;
    yield { line: lastLine - lineBreaks(record), lastLine, end: from.offset + info.bytes, fields: record };
  }
}

/**
 * The records of a CSV file (RFC 4180, UTF-8, with or without a byte order mark), header line included, blank
 * lines left out. Where the quotes of a record are wrong, that line is given as a problem and reading goes on
 * with the line after it, so that a quote which is never closed costs one row. Read as a stream.
 */
export async function* csvRecords(file: string): AsyncGenerator<CsvRecord> {
  let place: Place = { offset: 0, lines: 0 };
  for (;;) {
    let problem: string | undefined;
    const records = recordsUntilProblem(file, place, code => {
      problem = `its quotes are wrong (${code})`;
    });
    for await (const { lastLine, ...record } of records) {
      place = { offset: record.end, lines: lastLine };
      yield record;
    }
    if (problem === undefined) return;
    const next = await nextLineStart(file, place.offset);
    place = { offset: next.offset, lines: place.lines + next.lines };
    yield { line: place.lines, end: place.offset, problem };
  }
}
