import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Line, LineTooLong, TooLate } from './line.ts';

const patienceMilliseconds = 200;

const soon = (milliseconds = 10_000) => performance.now() + milliseconds;

test('first come, first served', async () => {
  const line = new Line(1, patienceMilliseconds);
  const order: number[] = [];
  const leave = await line.enter(soon());
  const others = [1, 2, 3].map(async name => {
    const leaveAgain = await line.enter(soon());
    order.push(name);
    leaveAgain();
  });
  leave();
  await Promise.all(others);
  expect(order).toEqual([1, 2, 3]);
});

test('who waits beyond its deadline leaves, and holds up nobody', async () => {
  const line = new Line(1, patienceMilliseconds);
  const leave = await line.enter(soon());
  await expect(line.enter(soon(20))).rejects.toBeInstanceOf(TooLate);
  const next = line.enter(soon());
  leave();
  (await next)();
  await line.enter(soon(0));
});

test('a line whose head has waited for too long takes nobody new, but the rest of what is begun', async () => {
  const line = new Line(1, patienceMilliseconds);
  const leave = await line.enter(soon());
  const head = line.enter(soon());
  await line.enter(soon(10)).catch(() => undefined);
  await delay(patienceMilliseconds + 50);
  await expect(line.enter(soon())).rejects.toBeInstanceOf(LineTooLong);
  const rest = line.enter(soon(), true);
  leave();
  (await head)();
  (await rest)();
  (await line.enter(soon()))();
});

test('work that is not done in time makes room for less, once for all that was inside; work that is makes room again', async () => {
  const line = new Line(10, patienceMilliseconds);
  const enter = async (count: number) => {
    const inside: (() => void)[] = [];
    for (let each = 0; each < count; each += 1) {
      const leave = await line.enter(soon(20)).catch(() => undefined);
      if (leave) inside.push(leave);
    }
    return inside;
  };
  const since = performance.now();
  const all = await enter(10);
  line.narrow(since);
  line.narrow(since);
  for (const leave of all) leave();
  const fewer = await enter(10);
  expect(fewer).toHaveLength(7);

  const another = line.enter(soon());
  for (let each = 0; each < 8; each += 1) line.widen();
  fewer.push(await another);
  for (let each = 0; each < 100; each += 1) line.widen();
  // Nobody is there who could show that there is room for more than one more.
  expect([...fewer, ...(await enter(10))]).toHaveLength(9);
});
