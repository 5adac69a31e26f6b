import { expect, test } from '@jest/globals';
import { scrape } from './before-scrape.ts';
import { counter, histogram } from './instruments.ts';
import { CountedSeries, TimedSeries } from './series.ts';

const linesOf = async (name: string) =>
  (await scrape()).split('\n').filter(line => line.startsWith(`bookstore_${name}`));

test('a counted series is there from zero on, and each scrape tells all that was counted until then, once', async () => {
  const eggs = new CountedSeries(counter('eggs_total', 'Eggs.', ['colour']), { colour: 'white' });
  const told = () => linesOf('eggs_total');
  expect(await told()).toEqual(['bookstore_eggs_total{colour="white"} 0']);
  for (let i = 0; i < 3; i += 1) eggs.inc();
  expect(await told()).toEqual(['bookstore_eggs_total{colour="white"} 3']);
  eggs.inc();
  expect(await told()).toEqual(['bookstore_eggs_total{colour="white"} 4']);
  expect(await told()).toEqual(['bookstore_eggs_total{colour="white"} 4']);
});

test.each([1, 255, 256, 257, 1_000])('of %i times, each is told once, in its bucket', async count => {
  const name = `boiling_${count}_seconds`;
  const times = new TimedSeries(histogram(name, 'Boiling.', ['of'], [0.5, 2]), { of: 'egg' });
  for (let i = 0; i < count; i += 1) times.observe(1);
  times.observe(0.25);
  const expected = [
    `bookstore_${name}_bucket{le="0.5",of="egg"} 1`,
    `bookstore_${name}_bucket{le="2",of="egg"} ${count + 1}`,
    `bookstore_${name}_bucket{le="+Inf",of="egg"} ${count + 1}`,
    `bookstore_${name}_sum{of="egg"} ${count + 0.25}`,
    `bookstore_${name}_count{of="egg"} ${count + 1}`,
  ];
  expect(await linesOf(name)).toEqual(expected);
  expect(await linesOf(name)).toEqual(expected);
});
