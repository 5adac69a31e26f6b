import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CombinedError } from 'urql';
import type { PublishBookInput } from '../../graphql/schema-types.generated.ts';
import { inBatches } from './batches.ts';
import { type KeyedRow, publishRows, type RowOutcome } from './publish-rows.ts';
import { type BookRow, readRows } from './read-rows.ts';
import { readTable } from './read-table.ts';
import { rowKeys } from './row-keys.ts';
import { writeTable } from './write-table.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function rowsOf(text: string): BookRow[] {
  const table = readTable(bytes(text));
  const list = Array.isArray(table) ? readRows(table) : table;
  if (!('rows' in list)) throw new Error(`no rows: ${JSON.stringify(list)}`);
  return list.rows;
}

const header = 'title,authors,condition,price';

describe('a file is read', () => {
  test('with commas, semicolons or tabs; in English or Spanish; in any order; with a mark at its beginning', () => {
    const files = [
      '\uFEFFtitle,authors,condition,price,stock\r\nMaría,Jorge Isaacs,very good,12.50,3\r\n',
      'Título;Precio;Estado;Autores;Ejemplares\nMaría;12,50;Muy bueno;Jorge Isaacs;3',
      'PRICE\tCondition\tAuthor\tTITLE\tcopies\n12.50\tVERY_GOOD\tJorge Isaacs\tMaría\t3\n',
    ];
    for (const file of files) {
      const [row] = rowsOf(file);
      expect(row?.problems).toEqual(new Map());
      expect(row?.input).toMatchObject({
        title: 'María',
        authors: ['Jorge Isaacs'],
        condition: 'VERY_GOOD',
        price: '12.50',
        stock: 3,
      });
    }
  });

  test('in the letters of old spreadsheets', () => {
    const latin = Uint8Array.from(`${header}\nMar\u00eda,\u00d1o,good,1`, letter => letter.charCodeAt(0));
    const table = readTable(latin);
    expect(Array.isArray(table) && table[1]?.cells.slice(0, 2)).toEqual(['María', 'Ño']);
  });

  test('with lines and quotation marks in its cells, and its rows counted as a spreadsheet does', () => {
    const rows = rowsOf(`${header},description\n"A ""B""",C; D,good,1,"one\ntwo"\n\nE,F,poor,2,`);
    expect(rows.map(({ number, input }) => [number, input.title, input.authors, input.description])).toEqual([
      [2, 'A "B"', ['C', 'D'], 'one\ntwo'],
      [4, 'E', ['F'], null],
    ]);
  });

  test('and what is wrong is told by row and column', () => {
    const rows = rowsOf(
      `${header},isbn,stock,published year,language
,A,good,1,,,,
T,,good,1,,,,
T,A,shiny,1,,,,
T,A,,1,,,,
T,A,good,a lot,,,,
T,A,good,,,,,
T,A,good,1,9780307474728,,,
T,A,good,1,9780307474720,,,
T,A,good,1,97803,,,
T,A,good,1,,-1,,
T,A,good,1,,,MCM,
T,A,good,1,,,,english please
T,A,good,1,0-306-40615-2,2,1924,es-CO`,
    );
    expect(rows.map(({ problems }) => [...problems])).toEqual([
      [['title', 'missing']],
      [['authors', 'missing']],
      [['condition', 'condition']],
      [['condition', 'missing']],
      [['price', 'price']],
      [['price', 'missing']],
      [],
      [['isbn', 'isbnCheck']],
      [['isbn', 'isbnLength']],
      [['stock', 'stock']],
      [['publishedYear', 'year']],
      [['language', 'language']],
      [],
    ]);
  });

  test('a file that is none of ours is told so', () => {
    expect(readTable(bytes(''))).toEqual({ problem: 'empty' });
    expect(readTable(bytes(`${header}\n`))).toEqual({ problem: 'empty' });
    expect(readTable(bytes(`${header}\n"A,B`))).toMatchObject({ problem: 'quotes' });
    expect(readTable(bytes(`${header}\n${'A,B,good,1\n'.repeat(5_001)}`))).toEqual({
      problem: 'tooManyRows',
    });
    const table = readTable(bytes('name,written by\nA,B'));
    const list = Array.isArray(table) ? readRows(table) : table;
    expect('missing' in list && list.missing.map(({ field }) => field)).toEqual([
      'title',
      'authors',
      'condition',
      'price',
    ]);
  });

  test('what was written for a spreadsheet is read again as it was, and is no formula there', async () => {
    const cells = ['=1+1', '+A', '-B', '@C', 'D "E", F', "'G"];
    const text = await writeTable([['title', 'authors', 'a', 'b', 'c', 'd'], cells]).text();
    expect(text).not.toMatch(/(^|,|")[=+@-]/m);
    const table = readTable(bytes(text));
    expect(Array.isArray(table) && table[1]?.cells).toEqual(cells);
  });
});

describe('keys', () => {
  test('are the same for the same rows of another file, and differ for each row', async () => {
    const first = rowsOf(`${header}\nA,B,good,1\nA,B,good,1\nC,D,good,1`);
    const mended = rowsOf(
      `${header},stock\nX,Y,good,1,1\nC,D,good,1.,1\nA,B,good,1,1\nA,B,good,1,\nC,D,good,1,1`,
    );
    const [keys, again] = [await rowKeys(first), await rowKeys(mended)];
    expect(new Set(keys).size).toBe(3);
    expect(again.slice(2)).toEqual(keys);
    expect(new Set([...keys, ...again]).size).toBe(5);
    for (const key of again) expect(key.length).toBeLessThanOrEqual(200);
  });
});

const bookRow = (number: number, description = ''): KeyedRow => ({
  number,
  cells: [],
  draft: rowsOf(`${header}\nA,B,good,1`)[0]?.draft ?? fail(),
  input: {
    title: `T${number}`,
    authors: ['A'],
    condition: 'GOOD',
    price: '1',
    idempotencyKey: `k${number}`,
    description,
  },
  problems: new Map(),
});

function fail(): never {
  throw new Error('there is no row');
}

test('batches hold 50 books and less than a request may, in order, each book once', () => {
  const books = Array.from({ length: 120 }, (_, index) => bookRow(index, 'ñ'.repeat(index < 60 ? 0 : 9_000)));
  const batches = inBatches(books);
  expect(batches.flat()).toEqual(books);
  expect(batches[0]).toHaveLength(50);
  for (const batch of batches)
    expect(Buffer.byteLength(JSON.stringify(batch.map(({ input }) => input)))).toBeLessThan(90_000);
});

describe('rows are published', () => {
  beforeAll(() => {
    // The page's window, in which a connection that was lost comes back.
    Object.assign(globalThis, {
      window: { addEventListener: (_: string, tell: () => void) => setTimeout(tell, 1) },
    });
  });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'window');
  });

  type Sent = (books: PublishBookInput[]) => 'lost' | 'refused' | 'malformed' | 'signed out' | 'answered';

  async function publish(rows: KeyedRow[], sent: Sent) {
    const outcomes = new Map<number, RowOutcome>();
    const lost: boolean[] = [];
    const requests: string[][] = [];
    const keys: unknown[] = [];
    const graphQLErrors = (code: string) =>
      new CombinedError({ graphQLErrors: [{ message: code, extensions: { code } }] });
    const error = await publishRows(rows, {
      async send(books) {
        requests.push(books.map(({ title }) => title));
        keys.push(books.map(({ idempotencyKey }) => idempotencyKey));
        const what = sent(books);
        if (what === 'lost') return { error: new CombinedError({ networkError: new Error('gone') }) };
        if (what === 'malformed') return { error: graphQLErrors('BAD_USER_INPUT') };
        if (what === 'signed out') return { error: graphQLErrors('UNAUTHENTICATED') };
        const results = books.map(({ title }) => ({
          book: {
            id: title,
            title,
            status: 'PUBLISHED' as const,
            createdAt: title === 'T1' ? '2020' : '2027',
          },
          userErrors: [],
        }));
        return { data: { publishBooks: { results, userErrors: [] } } };
      },
      answered: ({ number }, outcome) => outcomes.set(number, outcome),
      isLost: isLost => lost.push(isLost),
      since: '2026',
    });
    return { error, outcomes, lost, requests, keys };
  }

  const three = [1, 2, 3].map(number => bookRow(number));

  test('a lost answer is asked for again under the same keys; what was there before is told', async () => {
    let tries = 0;
    const { error, outcomes, lost, keys } = await publish(three, () => {
      tries += 1;
      return tries < 3 ? 'lost' : 'answered';
    });
    expect(error).toBeUndefined();
    expect(keys).toEqual(Array.from({ length: 3 }, () => ['k1', 'k2', 'k3']));
    expect(lost).toEqual([true, true, false]);
    expect([...outcomes.values()].map(outcome => 'wasThere' in outcome && outcome.wasThere)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('a session that ended stops it at once', async () => {
    const { error, requests } = await publish(three, () => 'signed out');
    expect(error).toBeDefined();
    expect(requests).toHaveLength(1);
  });

  test('one malformed row holds back no other', async () => {
    const { error, outcomes } = await publish(three, books =>
      books.some(({ title }) => title === 'T2') ? 'malformed' : 'answered',
    );
    expect(error).toBeUndefined();
    expect([...outcomes].map(([number, outcome]) => [number, 'bookId' in outcome])).toEqual([
      [1, true],
      [2, false],
      [3, true],
    ]);
  });
});
