import { expect, test } from '@jest/globals';
import { beforeScrape, scrape } from './before-scrape.ts';
import { gauge } from './instruments.ts';

const linesOf = async (name: string) =>
  (await scrape()).split('\n').filter(line => line.startsWith(`bookstore_${name}`));

test('a gauge is set anew at each scrape, by all who tell of it, until they stop', async () => {
  const length = gauge('length', 'Lengths.', ['of']);
  let long = 1;
  const stop = beforeScrape([length], () => length.set({ of: 'one' }, long));
  const stopOther = beforeScrape([length], async () => length.set({ of: 'other' }, 10 * long));
  const lines = () => linesOf('length');
  expect(await lines()).toEqual(['bookstore_length{of="one"} 1', 'bookstore_length{of="other"} 10']);
  long = 2;
  stop();
  expect(await lines()).toEqual(['bookstore_length{of="other"} 20']);
  stopOther();
  expect(await lines()).toEqual([]);
});

test('what cannot be read is left out, and keeps nothing else back', async () => {
  const [broken, hung, well] = ['broken', 'hung', 'well'].map(name => gauge(name, 'A number.'));
  let isWell = true;
  const stops = [
    beforeScrape(broken ? [broken] : [], () => {
      if (!isWell) throw new Error('no database');
      broken?.set(1);
    }),
    beforeScrape(hung ? [hung] : [], async () => {
      if (!isWell) await new Promise(() => undefined);
      hung?.set(1);
    }),
    beforeScrape(well ? [well] : [], () => well?.set(1)),
  ];
  const lines = async () => [await linesOf('broken'), await linesOf('hung'), await linesOf('well')].flat();
  expect(await lines()).toEqual(['bookstore_broken 1', 'bookstore_hung 1', 'bookstore_well 1']);
  isWell = false;
  const began = performance.now();
  expect(await lines()).toEqual(['bookstore_well 1']);
  expect(performance.now() - began).toBeLessThan(5_000);
  for (const stop of stops) stop();
});

test('those who scrape at the same time are answered by one look', async () => {
  const looks = gauge('looks', 'A number.');
  let count = 0;
  const stop = beforeScrape([looks], () => looks.set(++count));
  await Promise.all([scrape(), scrape(), scrape()]);
  expect(count).toBe(1);
  await scrape();
  expect(count).toBe(2);
  stop();
});
