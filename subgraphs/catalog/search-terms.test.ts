import { describe, expect, test } from '@jest/globals';
import { parseQuery } from './parse-query.ts';
import { termsOf } from './search-terms.ts';

/** Whether a book whose title or author is `text` stands in what `query` finds, as the full-text index would tell. */
function finds(query: string, text: string): boolean {
  const terms = termsOf(text);
  const asked = parseQuery(query)?.terms ?? [];
  return asked.every(({ text: term, begun }) =>
    terms.some(known => (begun ? known.startsWith(term) : known === term)),
  );
}

describe('a text is found by', () => {
  test.each([
    ['García Márquez', 'garcia marquez'],
    ['García Márquez', 'GARCÍA Már'],
    ['Straße nach Łódź', 'strasse nach lodz'],
    ['İstanbul ve ISPARTA', 'istanbul ve isparta'],
    ["L'Étranger", 'etranger'],
    ["L'Étranger", 'l’etranger'],
    ["Don't Look Now", 'dont look'],
    ['Spider-Man', 'spider man'],
    ['Spider-Man', 'spiderman'],
    ['J.R.R. Tolkien', 'jrr tolkien'],
    ['J. R. R. Tolkien', 'J.R. Tolkien'],
    ['It', 'it'],
    ['1984', '1984'],
    ['吾輩は猫である', '猫'],
    ['吾輩は猫である', '吾輩は'],
    ['吾輩は猫である', 'る'],
    ['NARUTO -ナルト- 巻ノ四十三', 'ナルト'],
    ['ﾅﾙﾄ', 'ナルト'],
    ['Pandora Hearts 1巻', '1巻'],
    ['𠮷野家', '𠮷'],
    ['דָּוִד הַמֶּלֶךְ', 'דוד המלך'],
    ['أُحِبُّ', 'احب'],
    ['سينوهه', 'سینوهه'],
    ['किताब', 'किता'],
    ['Горе от ума', 'горе от у'],
    ['ΟΔΟΣ', 'οδός'],
    ['?', '?'],
    ['❤', '❤'],
    ['C++ (4th Edition)', '+c -++ "4th" (edition)*'],
  ])('%s: %s', (text, query) => expect(finds(query, text)).toBe(true));
});

describe('a text is not found by', () => {
  test.each([
    ['García Márquez', 'garcia lorca'],
    ['Emma Brown', 'emm brown'],
    ['Emma', 'emm '],
    ['吾輩は猫である', '犬'],
    ['吾輩は猫である', '猫は'],
    ['Item', '?'],
    ['Was it?', '?'],
    ['א', '05d0'],
  ])('%s: %s', (text, query) => expect(finds(query, text)).toBe(false));
});

test('terms are ASCII, short enough for the index, and cut alike in books and queries', () => {
  const long = ['x'.repeat(300), 'ж'.repeat(300), '猫'.repeat(300)].join(' ');
  for (const term of termsOf(long)) expect(term).toMatch(/^z[a-z0-9]{2,82}$/);
  expect(finds(long, long)).toBe(true);
});

test('a query is at most 32 terms and 1,000 characters, and empty without anything to look for', () => {
  expect(parseQuery(Array.from({ length: 100 }, (_, i) => `w${i}`).join(' '))?.terms).toHaveLength(32);
  expect(() => parseQuery('x'.repeat(1_001))).toThrow('at most 1000 characters');
  expect(parseQuery(' \u200b ')).toBeUndefined();
});

test('an ISBN is looked for as digits, however it is hyphened', () => {
  const digits = parseQuery('9780439023481')?.terms;
  expect(parseQuery('978-0-439-02348-1')?.terms).toEqual(digits);
  expect(parseQuery('978 0 439 02348 1')?.terms).toEqual(digits);
});
