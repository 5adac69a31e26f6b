import { expect, test } from '@jest/globals';
import { bySubject } from './by-subject.ts';

const book = (title: string, ...subjects: string[]) => ({ title, subjects });
const sizes = { shelves: 2, least: 2, most: 3 };

test('the fullest subjects have a shelf each, and a book stands once', () => {
  const books = [
    book('a', 'poetry', 'Chile'),
    book('b', 'poetry'),
    book('c', 'Chile', 'novel'),
    book('d', 'poetry'),
    book('e', 'Chile'),
    book('f', 'poetry'),
    book('g', 'novel'),
  ];
  const shelves = bySubject(books, sizes).map(shelf => [
    shelf.subject,
    ...shelf.books.map(({ title }) => title),
  ]);
  expect(shelves).toEqual([
    ['poetry', 'a', 'b', 'd'],
    ['Chile', 'c', 'e'],
  ]);
});

test('a subject with too few books has no shelf', () => {
  expect(bySubject([book('a', 'poetry'), book('b', 'novel')], sizes)).toEqual([]);
});
