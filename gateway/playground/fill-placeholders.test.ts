import { expect, test } from '@jest/globals';
import { fillPlaceholders } from './fill-placeholders.ts';

test('fills in what earlier answers gave, at any depth, and tells what it used', () => {
  const variables = { input: { bookId: '$bookId', tags: ['$bookId'], quantity: 2, note: null } };
  const filled = fillPlaceholders(variables, { bookId: 'b1', purchaseId: 'p1' });
  expect(filled.variables).toEqual({ input: { bookId: 'b1', tags: ['b1'], quantity: 2, note: null } });
  expect(filled.used).toEqual({ bookId: 'b1' });
  expect(filled.missing).toEqual([]);
});

test('names each placeholder that has no value yet once', () => {
  const filled = fillPlaceholders({ one: '$purchaseId', other: '$purchaseId' }, {});
  expect(filled.missing).toEqual(['purchaseId']);
});

test('makes a new UUID for each request', () => {
  const [one, other] = [fillPlaceholders('$uuid', {}), fillPlaceholders('$uuid', {})];
  expect(one.variables).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  expect(one.variables).not.toBe(other.variables);
});

test('fills in a part of a text, the same throughout a request', () => {
  const { variables, used } = fillPlaceholders(['a-$random@example.com', 'b-$random@example.com'], {});
  expect(variables).toEqual([`a-${used.random}@example.com`, `b-${used.random}@example.com`]);
});

test('leaves other dollar signs alone, and requests without variables', () => {
  expect(fillPlaceholders('pa$$word $toString $5', {}).variables).toBe('pa$$word $toString $5');
  expect(fillPlaceholders(undefined, {}).variables).toBeUndefined();
});
