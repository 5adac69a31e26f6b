import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { type CsvRow, csvRows } from './csv-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'csv-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: string | Buffer): string {
  const file = join(folder, 'books.csv');
  writeFileSync(file, content);
  return file;
}

async function rowsOf(content: string | Buffer): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of csvRows(fileOf(content))) rows.push(row);
  return rows;
}

const briefly = (row: CsvRow) =>
  'offer' in row ? [row.number, row.line, row.offer.title] : [row.number, row.line, row.problem];

test('a row becomes an offer; columns stand in any order, and more are ignored', async () => {
  const [row] = await rowsOf(
    'language,isbn13,rating,authors,title,published_year\r\n' +
      'en,9780140268867,4.2,Homer; Robert Fagles,"The Odyssey, ""retold""",-720\r\n',
  );
  expect(row).toMatchObject({
    number: 1,
    line: 2,
    share: 1,
    offer: {
      title: 'The Odyssey, "retold"',
      authors: ['Homer', 'Robert Fagles'],
      isbn: '9780140268867',
      publishedYear: -720,
      language: 'en',
    },
  });
});

test('what may be empty is null; a byte order mark and blank lines are passed over', async () => {
  const rows = await rowsOf(
    '\uFEFFisbn13,title,authors,published_year,language\n\n,כל הספרים,עמוס עוז,,\n\n',
  );
  expect(rows).toMatchObject([
    { number: 1, offer: { title: 'כל הספרים', isbn: null, publishedYear: null, language: null } },
  ]);
});

test('bad rows are told by number, line and reason, and take no other row with them', async () => {
  const rows = await rowsOf(
    [
      'title,authors,published_year',
      ',Nobody,1999',
      'No author, ; ,1999',
      'Odd year,Somebody,MCMXC',
      'Too short,Somebody',
      'A 5" disk,Somebody,1990',
      '"Two',
      'lines",Somebody,1990',
      '"Not "closed",Somebody,1990',
      'Good,Somebody,1990',
      '"Never closed,Somebody,1990',
      'Last,Somebody,1990',
    ].join('\n'),
  );
  expect(rows.map(briefly)).toEqual([
    [1, 2, 'it has no title'],
    [2, 3, 'it has no author'],
    [3, 4, 'its published_year is no whole number of four digits at most: MCMXC'],
    [4, 5, 'its number of fields is 2, that of the header line 3'],
    [5, 6, 'its quotes are wrong (INVALID_OPENING_QUOTE)'],
    [6, 7, 'Two\nlines'],
    [7, 9, 'its quotes are wrong (CSV_INVALID_CLOSING_QUOTE)'],
    [8, 10, 'Good'],
    [9, 11, 'its quotes are wrong (CSV_QUOTE_NOT_CLOSED)'],
    [10, 12, 'Last'],
  ]);
});

test('a row of another encoding is bad', async () => {
  const rows = await rowsOf(Buffer.from('title,authors\nC\xf3lera,M\xe1rquez\nRayuela,Cort\n', 'latin1'));
  expect(rows.map(briefly)).toEqual([
    [1, 2, 'it is not UTF-8'],
    [2, 3, 'Rayuela'],
  ]);
});

test('a missing required column is named, and so is an empty file', async () => {
  await expect(rowsOf('isbn13,title\n1,2\n')).rejects.toThrow('lacks the column "authors"');
  await expect(rowsOf('name\nx\n')).rejects.toThrow('lacks the column "title" and "authors"');
  await expect(rowsOf('')).rejects.toThrow('is empty');
});

test('the grade, price and stock of a row depend on its number alone', async () => {
  const copyOf = (row: CsvRow | undefined) =>
    row && 'offer' in row ? [row.offer.condition, row.offer.price, row.offer.stock] : [];
  const one = await rowsOf('title,authors\nA,B\nC,D\n');
  const other = await rowsOf('authors,title\n,\nX,Y\n');
  expect(copyOf(one[1])).toEqual(copyOf(other[1]));
  expect(copyOf(one[0])).not.toEqual(copyOf(one[1]));
});
