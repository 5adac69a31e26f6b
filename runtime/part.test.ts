import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FakeSubgraph, startFakeSubgraph } from '../testing/fake-subgraph.ts';
import { LeftAlone } from './breaker.ts';
import { Part } from './part.ts';
import { PartDown } from './part-down.ts';

const timeoutMilliseconds = 400;
const restMilliseconds = 1_100;

let fake: FakeSubgraph;
let part: Part;

beforeEach(async () => {
  fake = await startFakeSubgraph({ sound: true });
  part = new Part({ url: fake.url, concurrency: 10, timeoutMilliseconds });
});

afterEach(async () => {
  fake.stop();
  await part.close();
});

const ask = async (options: { isRepeatable?: boolean; milliseconds?: number } = {}) => {
  const { isRepeatable = true, milliseconds = 10_000 } = options;
  const deadline = performance.now() + milliseconds;
  const asked = { method: 'POST', path: '/', headers: {}, body: '{}', isRepeatable, deadline } as const;
  const { status, body } = await part.ask(asked);
  return { status, body };
};

const failure = async (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => undefined,
    error => error,
  );

const failures = (count: number) =>
  Promise.all(Array.from({ length: count }, () => failure(ask({ isRepeatable: false }))));

describe('asking again', () => {
  test.each([{ fault: 'reset' }, { fault: 503 }] as const)(
    'a read once, nothing else, after $fault',
    async ({ fault }) => {
      fake.manner = { milliseconds: 0, fault };
      expect(await failure(ask())).toBeInstanceOf(PartDown);
      expect(fake.received).toHaveLength(2);
      expect(await failure(ask({ isRepeatable: false }))).toBeInstanceOf(PartDown);
      expect(fake.received).toHaveLength(3);
    },
  );

  test('a read whose connection broke is answered the second time', async () => {
    fake.manner = { milliseconds: 50, fault: 503 };
    const answer = ask();
    await delay(25);
    fake.manner = { milliseconds: 0 };
    expect(await answer).toEqual({ status: 200, body: { data: { sound: true } } });
  });

  test('nothing that took too long', async () => {
    fake.manner = { milliseconds: 'never' };
    expect(await failure(ask())).toMatchObject({ how: 'hung' });
    expect(fake.received).toHaveLength(1);
  });
});

describe('a part that hangs', () => {
  beforeEach(() => {
    fake.manner = { milliseconds: 'never' };
  });

  test('is given its time, and no more than the request has', async () => {
    const began = performance.now();
    expect(await failure(ask())).toBeInstanceOf(PartDown);
    expect(performance.now() - began).toBeLessThan(timeoutMilliseconds + 200);
    expect(await failure(ask({ milliseconds: 50 }))).toMatchObject({ how: 'cut short' });
  });

  test('is left alone after five who asked in vain, and tried by one after a second', async () => {
    await failures(5);
    const began = performance.now();
    expect(await failure(ask())).toBeInstanceOf(LeftAlone);
    expect(performance.now() - began).toBeLessThan(50);

    await delay(restMilliseconds);
    const trial = failure(ask());
    expect(await failure(ask())).toBeInstanceOf(LeftAlone);
    expect(await trial).toBeInstanceOf(PartDown);
    expect(fake.received).toHaveLength(6);

    fake.manner = { milliseconds: 0 };
    await delay(restMilliseconds);
    await ask();
    await Promise.all([ask(), ask(), ask()]);
  });

  test('is not blamed by requests that come too late, nor tried by them', async () => {
    const late = () => failure(ask({ milliseconds: 50 }));
    for (let each = 0; each < 6; each += 1) expect(await late()).toMatchObject({ how: 'cut short' });
    await failures(5);
    await delay(restMilliseconds);
    expect(await late()).toBeInstanceOf(LeftAlone);
  });
});

test('a GraphQL answer is an answer, whatever its status; errors in it open no breaker', async () => {
  fake.manner = { milliseconds: 0, fault: 'errors' };
  for (let each = 0; each < 10; each += 1)
    expect(await ask()).toEqual({ status: 400, body: { errors: [{ message: 'no' }] } });
});

test('so many at a time, the others wait', async () => {
  fake.manner = { milliseconds: 50 };
  await Promise.all(Array.from({ length: 40 }, () => ask()));
  expect(fake.mostAtOnce).toBe(10);
});

test('a part that can do less than it is asked for does what it can in time, not everything too late', async () => {
  const milliseconds = 60;
  fake.manner = { milliseconds, isOneByOne: true };
  const [learning, lasting] = [3_000, 4_000];
  const began = performance.now();
  let answered = 0;
  const time = () => performance.now() - began;
  const goOn = async () => {
    while (time() < learning + lasting) {
      const isAnswered = (await failure(ask({ isRepeatable: false }))) === undefined;
      if (!isAnswered) await delay(50);
      else if (time() > learning && time() < learning + lasting) answered += 1;
    }
  };
  await Promise.all(Array.from({ length: 40 }, goOn));
  console.log(`answered in time: ${answered} of the ${Math.floor(lasting / milliseconds)} that are possible`);
  expect(answered).toBeGreaterThan((0.6 * lasting) / milliseconds);
});

test('a connection that nobody uses is closed after a second', async () => {
  await ask();
  expect(await fake.connections()).toBe(1);
  await delay(1_500);
  expect(await fake.connections()).toBe(0);
});
