import { expect, test } from '@jest/globals';
import { conditions } from './offer.ts';
import { randomOf } from './random.ts';
import { randomCopy } from './random-copy.ts';

test('the generator gives the same numbers for a seed for ever', () => {
  const random = randomOf(1);
  expect([random(), random(), random()]).toEqual([
    0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
  ]);
});

test('copies are the same for a seed for ever', () => {
  expect([1, 2, 3].map(seed => randomCopy(randomOf(seed)))).toEqual([
    { condition: 'GOOD', cents: 305, stock: 8 },
    { condition: 'GOOD', cents: 595, stock: 2 },
    { condition: 'GOOD', cents: 335, stock: 1 },
  ]);
});

test('ten thousand copies have every grade, plausible prices, and mostly few copies', () => {
  const copies = Array.from({ length: 10_000 }, (_, index) => randomCopy(randomOf(index + 1)));
  expect(new Set(copies.map(({ condition }) => condition))).toEqual(new Set(conditions));
  for (const { cents, stock } of copies) {
    expect(cents % 5).toBe(0);
    expect(cents).toBeGreaterThanOrEqual(100);
    expect(cents).toBeLessThanOrEqual(15_000);
    expect(stock).toBeGreaterThanOrEqual(1);
    expect(stock).toBeLessThanOrEqual(12);
  }
  expect(copies.filter(({ stock }) => stock <= 3).length).toBeGreaterThan(8_000);
});
