import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { booksOf, inGroups } from './catalogue.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookstore-catalogue-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const rows = `isbn13,title,authors,published_year,language
9780439023481,The Hunger Games,Suzanne Collins,2008,en
,,Nobody,2000,en
9780439023480,A book with a wrong ISBN,Anne; Bob,,es
`;

test('the books of a file come first, as far as they can be read, and made-up ones after them', async () => {
  const file = join(folder, 'books.csv');
  writeFileSync(file, rows);
  const books = await Array.fromAsync(booksOf({ file, count: 5 }, ['s1', 's2']));
  expect(books).toHaveLength(5);
  expect(books[0]).toMatchObject({ title: 'The Hunger Games', isbn: '9780439023481', sellerId: 's1' });
  expect(books[1]).toMatchObject({ title: 'A book with a wrong ISBN', isbn: null, authors: ['Anne', 'Bob'] });
  expect(books.every(({ cents, stock }) => cents > 0 && stock >= 0)).toBe(true);
  expect(await Array.fromAsync(booksOf({ file, count: 1 }, ['s1']))).toHaveLength(1);
  expect(await Array.fromAsync(booksOf({ file, count: 5 }, ['s1', 's2']))).toEqual(books);
});

test('groups hold everything, the last one what is left', async () => {
  const sizes = (await Array.fromAsync(inGroups(booksOf({ file: undefined, count: 7 }, ['s1']), 3))).map(
    group => group.length,
  );
  expect(sizes).toEqual([3, 3, 1]);
});
