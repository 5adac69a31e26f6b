import { expect, test } from '@jest/globals';
import { conditions, offerKey } from '../offer.ts';
import { csvSeller, demoAccounts } from './accounts.ts';
import { demoBooks, demoOffersOf } from './books.ts';

const books = demoBooks();
const offers = books.flatMap(book => book.offers);
const sellers = demoAccounts.filter(account => account.role === 'seller');

const subjects = [
  'Brazil Chile Colombia Cuba Mexico Peru Spain adventure astronomy children classics comics computing crime',
  'drama dystopia economics essay fantasy history horror humour journalism love mathematics memoir mythology',
  'nature novel philosophy poetry politics psychology reference religion science travel war writing',
].flatMap(line => line.split(' '));
const longSubjects = [
  'Latin America',
  'coming of age',
  'historical fiction',
  'magic realism',
  'science fiction',
  'short stories',
  'young adult',
];

const hasRightCheckDigit = (isbn: string) =>
  [...isbn].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 ? 3 : 1), 0) % 10 === 0;

test('there are at least 160 titles, a third of them and of the offers in Spanish', () => {
  const spanish = books.filter(book => book.language === 'es');
  const spanishOffers = spanish.flatMap(book => book.offers);
  expect(books.length).toBeGreaterThanOrEqual(160);
  expect(spanish.length).toBeGreaterThanOrEqual(books.length / 3);
  expect(spanishOffers.length).toBeGreaterThanOrEqual(offers.length / 3);
});

test('the other languages are there, in their own scripts', () => {
  const languages = new Set(books.map(book => book.language));
  expect([...languages].sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'he', 'it', 'ja', 'pt']);
  const scripts = {
    ar: /^[\p{Script=Arabic} ]+$/u,
    he: /^[\p{Script=Hebrew} ]+$/u,
    ja: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u,
  };
  for (const [language, script] of Object.entries(scripts)) {
    const titles = books.filter(book => book.language === language).map(book => book.title);
    expect(titles.length).toBeGreaterThanOrEqual(4);
    for (const title of titles) expect(title).toMatch(script);
  }
});

test('every ISBN has the right check digit and stands for one title', () => {
  const isbns = books.flatMap(book => book.isbn ?? []);
  expect(isbns.filter(isbn => !hasRightCheckDigit(isbn))).toEqual([]);
  expect(new Set(isbns).size).toBe(isbns.length);
  expect(isbns.length).toBeGreaterThan(80);
});

test('several titles with an ISBN are offered by two or three sellers', () => {
  const shared = books.filter(book => book.isbn && new Set(book.offers.map(({ seller }) => seller)).size > 1);
  expect(shared.length).toBeGreaterThanOrEqual(30);
});

test('subjects come from one vocabulary', () => {
  const known = new Set([...subjects, ...longSubjects]);
  expect(books.flatMap(book => book.subjects).filter(subject => !known.has(subject))).toEqual([]);
});

test('grades, prices and stocks vary within what is plausible', () => {
  expect(new Set(offers.map(({ condition }) => condition))).toEqual(new Set(conditions));
  for (const { price, stock } of offers) {
    expect(Number(price)).toBeGreaterThanOrEqual(2);
    expect(Number(price)).toBeLessThanOrEqual(60);
    expect(stock).toBeLessThanOrEqual(12);
  }
  expect(offers.filter(({ stock }) => stock <= 3).length).toBeGreaterThan(offers.length * 0.8);
  expect(offers.filter(({ stock }) => stock >= 5).length).toBeGreaterThan(10);
  expect(offers.filter(({ conditionNote }) => conditionNote).length).toBeGreaterThan(100);
});

test('every seller is an account with books, none of which two offers of one seller share', () => {
  expect(sellers.length).toBeGreaterThanOrEqual(12);
  expect(new Set(offers.map(({ seller }) => seller))).toEqual(new Set(sellers.map(({ email }) => email)));
  for (const { email } of sellers) {
    const keys = demoOffersOf(email, books).map(offerKey);
    expect(keys.length).toBeGreaterThan(5);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('there are two buyers after the sellers, and all e-mail addresses and passwords differ', () => {
  const roles = demoAccounts.map(({ role }) => role);
  expect(roles).toEqual([...sellers.map(() => 'seller'), 'buyer', 'buyer']);
  const accounts = [...demoAccounts, csvSeller];
  expect(new Set(accounts.map(({ email }) => email)).size).toBe(accounts.length);
  expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
  for (const { email, password } of accounts) {
    expect(email).toMatch(/^[a-z.]+@bookstore\.example$/);
    expect(password).toMatch(/^[a-z]+-[a-z]+-\d\d-[a-z]+$/);
    expect(password.length).toBeGreaterThanOrEqual(12);
  }
});
