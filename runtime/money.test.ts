import { describe, expect, test } from '@jest/globals';
import { type Currency, currencyOf, toMinorUnits, toMoney } from './money.ts';

const usd: Currency = { code: 'USD', decimals: 2 };
const jpy: Currency = { code: 'JPY', decimals: 0 };
const kwd: Currency = { code: 'KWD', decimals: 3 };

test.each([usd, jpy, kwd])('$code has $decimals decimals', currency => {
  expect(currencyOf(currency.code)).toEqual(currency);
});

test('what is no currency is none', () => {
  expect(currencyOf('DOLLARS')).toBeUndefined();
});

describe('a decimal string becomes minor units exactly', () => {
  test.each([
    ['12.50', usd, 1250],
    ['12.5', usd, 1250],
    ['12', usd, 1200],
    ['0.01', usd, 1],
    ['-3.99', usd, -399],
    ['0.10', usd, 10],
    // As a float, 1.005 × 100 and 4.35 × 100 come out one short.
    ['4.35', usd, 435],
    ['1000000.00', usd, 100_000_000],
    ['12.500', usd, 1250],
    ['900', jpy, 900],
    ['1.234', kwd, 1234],
  ])('%s', (decimal, currency, units) => {
    expect(toMinorUnits(decimal, currency)).toBe(units);
    expect(toMinorUnits(toMoney(units, currency).amount, currency)).toBe(units);
  });

  test.each([
    ['12.505', usd],
    ['9.5', jpy],
    ['1e3', usd],
    ['', usd],
    ['NaN', usd],
    ['.5', usd],
    ['99999999999999999', usd],
  ])('%j in %j is refused', (decimal, currency) => {
    expect(toMinorUnits(decimal, currency)).toBeUndefined();
  });
});

test.each([
  [1250, usd, '12.50'],
  [5, usd, '0.05'],
  [-5, usd, '-0.05'],
  [900, jpy, '900'],
  [1, kwd, '0.001'],
])('%d minor units of %j are told as %s', (units, currency, amount) => {
  expect(toMoney(units, currency)).toEqual({ amount, currencyCode: currency.code });
});
