import { expect, test } from '@jest/globals';
import { byAmount, shown, sumOf } from './amounts.ts';

const usd = (amount: string) => ({ amount, currencyCode: 'USD' });

test('amounts add up without a rounding error', () => {
  expect(sumOf(usd('0.10'), usd('0.20'))).toEqual(usd('0.30'));
  expect(sumOf({ amount: '1200', currencyCode: 'JPY' }, { amount: '15', currencyCode: 'JPY' }).amount).toBe(
    '1215',
  );
});

test('amounts are ordered by value and shown with their currency', () => {
  expect([usd('15.00'), usd('9.50'), usd('100.00')].sort(byAmount).map(shown)).toEqual([
    '9.50 USD',
    '15.00 USD',
    '100.00 USD',
  ]);
});
