import { expect, test } from '@jest/globals';
import { rememberValues } from './remember-values.ts';

test('finds the ids that later tabs need', () => {
  const node = { id: 'b1', price: { amount: '12.50' } };
  expect(
    rememberValues({ books: { nodes: [node, { id: 'b2' }] }, deliveryProviders: [{ id: 'd1' }] }),
  ).toEqual({
    bookId: 'b1',
    bookPrice: '12.50',
    providerId: 'd1',
  });
  expect(rememberValues({ seller: { user: { email: 's@example.com' } } })).toEqual({
    sellerEmail: 's@example.com',
  });
});

test('remembers nothing of a refused mutation or an empty answer', () => {
  expect(rememberValues({ publishBook: { book: null }, books: { nodes: [] } })).toEqual({});
  expect(rememberValues(undefined)).toEqual({});
  expect(rememberValues(null)).toEqual({});
});
