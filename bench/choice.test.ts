import { expect, test } from '@jest/globals';
import { Choice } from './choice.ts';

const known = ['store', 'list', 'search', 'pages', 'growth'];
const operations = ['list', 'search'] as const;
const parts = ['pages', 'growth'] as const;

test('without --only everything is run', () => {
  const choice = new Choice(undefined, known);
  expect(choice.wants(parts)).toBe(true);
  expect(choice.among(operations)).toEqual(['list', 'search']);
});

test('what is named is run; where none of a kind is named, all of that kind are', () => {
  const choice = new Choice('list, growth', known);
  expect(choice.among(operations)).toEqual(['list']);
  expect(choice.among(parts)).toEqual(['growth']);
  expect(choice.wants(['store'])).toBe(false);
  expect(choice.namesAny(parts)).toBe(true);
  expect(new Choice('store', known).among(parts)).toEqual(['pages', 'growth']);
});

test('a word that means nothing is refused, with those that do', () => {
  expect(() => new Choice('lists', known)).toThrow('--only does not know lists; it knows store, list');
});
