import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { forEachConcurrently } from './for-each-concurrently.ts';

async function* numbers(count: number) {
  for (let number = 1; number <= count; number++) yield number;
}

test('every item is worked on, and never more than the limit at a time', async () => {
  const done: number[] = [];
  let running = 0;
  let most = 0;
  await forEachConcurrently(numbers(20), 3, async number => {
    running += 1;
    most = Math.max(most, running);
    await delay(number % 3);
    running -= 1;
    done.push(number);
  });
  expect(done.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  expect(most).toBe(3);
});

test('after a failure no item is taken, those under way end, and the failure is thrown', async () => {
  const done: number[] = [];
  const run = forEachConcurrently(numbers(100), 4, async number => {
    await delay(number === 3 ? 1 : 10);
    if (number === 3) throw new Error('three');
    done.push(number);
  });
  await expect(run).rejects.toThrow('three');
  expect(done.toSorted()).toEqual([1, 2, 4]);
});
