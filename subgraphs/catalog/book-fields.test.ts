import { describe, expect, test } from '@jest/globals';
import { BookFields } from './book-fields.ts';

const usd = { code: 'USD', decimals: 2 };
const yen = { code: 'JPY', decimals: 0 };

/** What a field is read as, and the refusals as "CODE path". */
function read<Value>(reader: (fields: BookFields) => Value, currency = usd) {
  const fields = new BookFields(currency);
  const value = reader(fields);
  return { value, errors: fields.errors.map(({ code, field }) => `${code} ${field?.join('.')}`) };
}

describe('what is kept', () => {
  test.each([
    ['a trimmed title', read(f => f.title('  Cien años  ')), 'Cien años'],
    ['a title in composed form', read(f => f.title('Cafe\u0301')), 'Café'],
    ['500 characters beyond the BMP', read(f => f.title('𠮷'.repeat(500))), '𠮷'.repeat(500)],
    ['lines in a description', read(f => f.description('a\r\n\tb')), 'a\n\tb'],
    ['no description for blanks', read(f => f.description(' \n ')), null],
    ['an ISBN of ten', read(f => f.isbn('0-439-02348-3')), '9780439023481'],
    ['a canonical language', read(f => f.language('ES-mx')), 'es-MX'],
    ['a subject once', read(f => f.subjects(['Poetry', 'poésie', 'POETRY'])), ['Poetry', 'poésie']],
    ['a year before our era', read(f => f.publishedYear(-750)), -750],
    ['the highest price', read(f => f.price('1000000.00')), 100_000_000],
    ['a price in yen', read(f => f.price('1200.0'), yen), 1_200],
  ])('%s', (_, { value, errors }, kept) => {
    expect(errors).toEqual([]);
    expect(value).toEqual(kept);
  });
});

describe('what is refused', () => {
  test.each([
    ['no title', read(f => f.title(null)), ['TITLE_INVALID title']],
    ['an invisible title', read(f => f.title('\u200b\u2060')), ['TITLE_INVALID title']],
    ['a long title', read(f => f.title('x'.repeat(501))), ['TITLE_INVALID title']],
    ['control characters', read(f => f.title('a\u0000b')), ['TITLE_INVALID title']],
    ['half a character', read(f => f.title('a\ud800b')), ['TITLE_INVALID title']],
    ['no authors', read(f => f.authors([])), ['AUTHORS_INVALID authors']],
    ['an empty author', read(f => f.authors(['A', ' '])), ['AUTHORS_INVALID authors.1']],
    ['a wrong check digit', read(f => f.isbn('9780439023482')), ['ISBN_INVALID isbn']],
    ['a long description', read(f => f.description('x'.repeat(10_001))), ['DESCRIPTION_INVALID description']],
    ['no language', read(f => f.language('english')), ['LANGUAGE_INVALID language']],
    ['a long publisher', read(f => f.publisher('x'.repeat(201))), ['PUBLISHER_INVALID publisher']],
    ['a year to come', read(f => f.publishedYear(9999)), ['PUBLISHED_YEAR_INVALID publishedYear']],
    ['a year long ago', read(f => f.publishedYear(-5001)), ['PUBLISHED_YEAR_INVALID publishedYear']],
    ['an empty subject', read(f => f.subjects([''])), ['SUBJECTS_INVALID subjects.0']],
    [
      'many subjects',
      read(f => f.subjects(Array.from({ length: 21 }, (_, i) => `subject ${i}`))),
      ['SUBJECTS_INVALID subjects'],
    ],
    ['a long note', read(f => f.conditionNote('x'.repeat(1_001))), ['CONDITION_NOTE_INVALID conditionNote']],
    ['a price of nothing', read(f => f.price('0.00')), ['PRICE_INVALID price']],
    ['a price below', read(f => f.price('-1')), ['PRICE_INVALID price']],
    ['a third decimal', read(f => f.price('1.005')), ['PRICE_INVALID price']],
    ['a price beyond', read(f => f.price('1000000.01')), ['PRICE_INVALID price']],
    ['sen', read(f => f.price('1.5'), yen), ['PRICE_INVALID price']],
    ['a stock below', read(f => f.stock(-1)), ['STOCK_INVALID stock']],
    ['a stock beyond', read(f => f.stock(100_001)), ['STOCK_INVALID stock']],
  ])('%s', (_, { errors }, refusals) => expect(errors).toEqual(refusals));
});
