import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { passwordWork } from './password-work.ts';

test('password work runs three at once, in the order in which it came, and goes on after a failure', async () => {
  let running = 0;
  let most = 0;
  const started: number[] = [];
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, (_, index) =>
      passwordWork(async () => {
        started.push(index);
        running += 1;
        most = Math.max(most, running);
        await delay(5);
        running -= 1;
        if (index % 4 === 0) throw new Error('failed');
      }),
    ),
  );
  expect(most).toBe(3);
  expect(started).toEqual(Array.from({ length: 12 }, (_, index) => index));
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(3);
});
