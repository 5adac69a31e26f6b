import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type FakeSubgraph, startFakeSubgraph } from '../testing/fake-subgraph.ts';
import { MovingName } from '../testing/moving-name.ts';
import { Part } from './part.ts';

const timeoutMilliseconds = 1_000;
/** A name is looked up every second. */
const followMilliseconds = 1_300;

let name: MovingName;
let one: FakeSubgraph;
let other: FakeSubgraph;
let part: Part;

beforeEach(async () => {
  name = new MovingName('replicas.test');
  name.moveTo('127.0.0.1', '127.0.0.2');
  one = await startFakeSubgraph({ replica: 1 });
  const { port } = new URL(one.url);
  other = await startFakeSubgraph({ replica: 2 }, { host: '127.0.0.2', port: Number(port) });
  const url = `http://replicas.test:${port}`;
  part = new Part({ url, concurrency: 10, timeoutMilliseconds });
});

afterEach(async () => {
  one.stop();
  other.stop();
  await part.close();
  name.restore();
});

/** Asks for what changes something: it may be sent once alone. */
const ask = () => {
  const deadline = performance.now() + 10_000;
  return part.ask({ method: 'POST', path: '/', headers: {}, body: '{}', isRepeatable: false, deadline });
};

const askOften = (count: number) => Promise.allSettled(Array.from({ length: count }, ask));

const failed = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.filter(({ status }) => status === 'rejected').length;

const received = () => [one.received.length, other.received.length];

test('requests are spread evenly over all replicas, each with as many at a time as there may be', async () => {
  one.manner = { milliseconds: 50 };
  other.manner = { milliseconds: 50 };
  expect(failed(await askOften(40))).toBe(0);
  expect(received()).toEqual([20, 20]);
  expect([one.mostAtOnce, other.mostAtOnce]).toEqual([10, 10]);
  for (let each = 0; each < 10; each += 1) await ask();
  expect(received()).toEqual([25, 25]);
});

test('what a dead replica refuses goes to another one: nothing fails', async () => {
  other.stop();
  expect(failed(await askOften(20))).toBe(0);
  expect(one.received).toHaveLength(20);
});

test('a replica that hangs fails a few, is left alone, and is tried by one and used again when it is back', async () => {
  other.manner = { milliseconds: 'never' };
  expect(failed(await askOften(20))).toBe(10);
  other.received = [];
  const until = performance.now() + 2_500;
  while (performance.now() < until) {
    expect(failed(await askOften(4))).toBe(0);
    await delay(50);
  }
  expect(other.received).toEqual([]);

  other.manner = { milliseconds: 0 };
  await delay(1_100);
  await ask();
  await delay(200);
  expect(failed(await askOften(20))).toBe(0);
  expect(other.received).toHaveLength(1);
  expect(failed(await askOften(20))).toBe(0);
  expect(other.received).toHaveLength(11);
});

test('a new replica is asked within a second or so, and one that is gone no more, once it has answered', async () => {
  name.moveTo('127.0.0.1');
  await askOften(4);
  expect(received()).toEqual([4, 0]);

  one.manner = { milliseconds: 350 };
  name.moveTo('127.0.0.2');
  await delay(followMilliseconds - 350);
  const slow = [ask(), ask()];
  await delay(350);
  await askOften(4);
  expect(failed(await Promise.allSettled(slow))).toBe(0);
  expect(other.received.length).toBeGreaterThanOrEqual(4);
  const before = one.received.length;
  await askOften(4);
  expect(one.received).toHaveLength(before);
});

test('the part is alive as long as one replica is', async () => {
  other.stop();
  await part.isAlive();
  one.stop();
  await expect(part.isAlive()).rejects.toThrow();
});
