import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { registry } from '../../runtime/metrics/instruments.ts';
import { passwordWorkOf } from './password-work.ts';

test('password work runs three at once, in the order in which it came, and goes on after a failure', async () => {
  const passwordWork = passwordWorkOf({ atOnce: 3, mostWaiting: 9 });
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

const metric = async (name: string): Promise<number | undefined> =>
  (await registry.getSingleMetric(`bookstore_${name}`)?.get())?.values[0]?.value;

test('what would wait behind too many is refused at once, and counted; then there is room again', async () => {
  const passwordWork = passwordWorkOf({ atOnce: 2, mostWaiting: 3 });
  const refusedBefore = (await metric('password_work_refused_total')) ?? 0;
  let finish: () => void = () => undefined;
  const held = new Promise<void>(resolve => {
    finish = resolve;
  });
  const taken = Array.from({ length: 5 }, () => passwordWork(() => held));
  for (let i = 0; i < 4; i += 1)
    await expect(passwordWork(async () => 'done')).rejects.toMatchObject({
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    });
  expect(await metric('password_work_waiting')).toBe(3);
  expect(await metric('password_work_refused_total')).toBe(refusedBefore + 4);
  finish();
  await Promise.all(taken);
  expect(await passwordWork(async () => 'done')).toBe('done');
  expect(await metric('password_work_waiting')).toBe(0);
});
