import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { isContextWords, wordsOfHost } from './context-words.ts';

describe('words of the store’s trade alone', () => {
  test.each([
    'bookstore',
    'Librería',
    'LIBRERI\u0301A',
    'my-books-2026',
    'b00kst0re!',
    '1ibr0sUs4d0s',
    '$h0p.the.books',
    '...La Biblioteca...',
    '20book26store',
  ])('%s is nothing else', password => {
    expect(isContextWords(password, [])).toBe(true);
  });

  test.each([
    'a shelf of books',
    'bookworm',
    'the keeper of all the books',
    '2026-11-22',
    'librosx',
    'xlibros',
  ])('%s has something else', password => {
    expect(isContextWords(password, [])).toBe(false);
  });

  test('the name of the store’s host counts too, each word of it', () => {
    const more = wordsOfHost('https://libros.garcía-márquez.example:8443');
    expect(more).toEqual(['libros', 'garcía', 'márquez', 'example']);
    expect(isContextWords('Garcia+Marquez 1967', more)).toBe(true);
    expect(isContextWords('Garcia+Marquez 1967', [])).toBe(false);
    expect(wordsOfHost('')).toEqual([]);
  });

  test('the longest password that is looked at takes no time worth a word', () => {
    const began = performance.now();
    for (let count = 0; count < 20; count += 1) isContextWords(`${'book'.repeat(31)}bookx`, []);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

test('the list is in small letters without accents, each word once, and sorted', () => {
  const list = readFileSync(new URL('./context-words.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  expect(list.filter(word => !/^[a-z]{2,}$/.test(word))).toEqual([]);
  expect(list).toEqual([...new Set(list)].toSorted());
});
