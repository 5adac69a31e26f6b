import { expect, test } from '@jest/globals';
import { toIsbn13 } from '../../subgraphs/catalog/isbn.ts';
import { syntheticOffer } from './synthetic-offer.ts';
import { workOf } from './work.ts';

const sellerIds = ['a', 'b', 'c'];
const offers = Array.from({ length: 20_000 }, (_, number) => syntheticOffer(number, sellerIds));

const shareOf = (holds: (offer: (typeof offers)[number]) => boolean) =>
  offers.filter(holds).length / offers.length;

test('a number gives the same book for ever', () => {
  expect(workOf(7)).toEqual({
    title: 'The Archive of Iron: A Life in Santa Fe',
    authors: ['Thomas Tate'],
    isbn: '9798001601623',
    description: 'A quiet story set in Belfast, told by those who stayed.',
    language: 'en',
    publishedYear: 1962,
    subjects: ['novel', 'history'],
  });
  expect(syntheticOffer(7, sellerIds)).toEqual(syntheticOffer(7, sellerIds));
});

test('four of five have an ISBN, each with a right check digit and for one title alone', () => {
  const titles = new Map<string, string>();
  for (const { isbn, title } of offers) {
    if (isbn === null) continue;
    expect(toIsbn13(isbn)).toBe(isbn);
    expect(titles.get(isbn) ?? title).toBe(title);
    titles.set(isbn, title);
  }
  expect(shareOf(({ isbn }) => isbn !== null)).toBeCloseTo(0.8, 1);
  expect(offers.filter(({ isbn }) => isbn).length).toBeGreaterThan(titles.size * 1.2);
});

test('languages, years and stocks are spread as on a shelf', () => {
  expect(shareOf(({ language }) => language === 'en')).toBeCloseTo(0.52, 1);
  expect(shareOf(({ language }) => language === 'es')).toBeCloseTo(0.28, 1);
  expect(new Set(offers.map(({ language }) => language)).size).toBe(9);
  expect(shareOf(({ stock }) => stock === 0)).toBeCloseTo(0.08, 1);
  expect(offers.every(({ publishedYear }) => publishedYear >= 1800 && publishedYear <= 2025)).toBe(true);
  expect(new Set(offers.map(({ sellerId }) => sellerId))).toEqual(new Set(sellerIds));
});

test('texts are whole: no placeholder is left, no author is named twice', () => {
  for (const { title, description, authors } of offers) {
    expect(`${title}${description ?? ''}`).not.toContain('{');
    expect(new Set(authors).size).toBe(authors.length);
  }
  expect(new Set(offers.map(({ title }) => title)).size).toBeGreaterThan(offers.length / 3);
});
