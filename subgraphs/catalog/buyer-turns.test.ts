import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, expect, test } from '@jest/globals';
import { BuyerTurns } from './buyer-turns.ts';

const patienceMilliseconds = 200;
const unavailable = { extensions: { code: 'SERVICE_UNAVAILABLE' } };

let turns: BuyerTurns;

beforeEach(() => {
  turns = new BuyerTurns(patienceMilliseconds);
});

/** A reservation of a buyer that goes on until it is told to end. */
function begin(buyerId: string): { end: () => void; ended: Promise<string> } {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { end: () => resolve('ended'), ended: turns.inTurn(buyerId, () => promise) };
}

test('one buyer’s reservations go one after the other, first come, first served', async () => {
  const order: string[] = [];
  await Promise.all(
    ['a', 'b', 'c', 'd'].map(name =>
      turns.inTurn('Ana', async () => {
        order.push(`${name} begins`);
        await delay(5);
        order.push(`${name} ends`);
      }),
    ),
  );
  expect(order).toEqual(['a', 'b', 'c', 'd'].flatMap(name => [`${name} begins`, `${name} ends`]));
});

test('another buyer waits for nobody', async () => {
  const { end, ended } = begin('Ana');
  expect(await turns.inTurn('Ben', async () => 'done')).toBe('done');
  end();
  expect(await ended).toBe('ended');
});

test('what a reservation fails by is told, and the next one has its turn', async () => {
  const failing = turns.inTurn('Ana', async () => {
    throw new Error('no such book');
  });
  const next = turns.inTurn('Ana', async () => 'done');
  await expect(failing).rejects.toThrow('no such book');
  expect(await next).toBe('done');
});

test('who waits for too long is told to come again and does nothing; who comes then is told so at once', async () => {
  const done: string[] = [];
  const { end, ended } = begin('Ana');
  const late = turns.inTurn('Ana', async () => done.push('late'));
  await expect(late).rejects.toMatchObject(unavailable);
  // A timer may be a millisecond early.
  await delay(20);
  const began = performance.now();
  await expect(turns.inTurn('Ana', async () => done.push('later'))).rejects.toMatchObject(unavailable);
  expect(performance.now() - began).toBeLessThan(patienceMilliseconds / 2);
  end();
  await ended;
  await turns.inTurn('Ana', async () => done.push('again'));
  expect(done).toEqual(['again']);
});

test('one that never ends is passed by, and ends nobody else’s turn when it does', async () => {
  const first = begin('Ana');
  await delay(2 * patienceMilliseconds + 50);
  const second = begin('Ana');
  first.end();
  await first.ended;
  const order: string[] = [];
  const third = turns.inTurn('Ana', async () => order.push('third begins'));
  await delay(20);
  order.push('second ends');
  second.end();
  await Promise.all([second.ended, third]);
  expect(order).toEqual(['second ends', 'third begins']);
});
