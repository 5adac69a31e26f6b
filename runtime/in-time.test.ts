import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { unlessSilent } from './in-time.ts';

test('work that tells that it goes on is waited for, however long it takes', async () => {
  const work = async (goesOn: () => void) => {
    for (let told = 0; told < 5; told += 1) {
      await delay(300);
      goesOn();
    }
    return 'done';
  };
  expect(await unlessSilent(work, 1_000)).toBe('done');
});

test('work that is silent is left, and may tell later what it likes', async () => {
  const told = Promise.withResolvers<() => void>();
  const work = (goesOn: () => void) => {
    told.resolve(goesOn);
    return new Promise<never>(() => undefined);
  };
  await expect(unlessSilent(work, 50)).rejects.toThrow('too late');
  (await told.promise)();
  await delay(100);
});
