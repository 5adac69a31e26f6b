import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type FakeSubgraph, startFakeSubgraph } from '../testing/fake-subgraph.ts';
import { MovingName } from '../testing/moving-name.ts';
import { Part } from './part.ts';

let name: MovingName;
let fake: FakeSubgraph;
let part: Part;

beforeEach(async () => {
  name = new MovingName('part.test');
  fake = await startFakeSubgraph({ sound: true });
  const url = fake.url.replace('127.0.0.1', 'part.test');
  part = new Part({ url, concurrency: 1, timeoutMilliseconds: 400 });
});

afterEach(async () => {
  await part.close();
  fake.stop();
  name.restore();
});

/** Asks for what changes something. */
const ask = () => {
  const deadline = performance.now() + 10_000;
  return part.ask({ method: 'POST', path: '/', headers: {}, body: '{}', isRepeatable: false, deadline });
};

test('a name that leads nowhere refuses, until it leads somewhere', async () => {
  await expect(ask()).rejects.toMatchObject({ how: 'refused' });
  name.moveTo('127.0.0.1');
  expect(await ask()).toMatchObject({ status: 200 });
  expect(fake.received).toHaveLength(1);
});

test('what was refused is sent to where the name leads by then', async () => {
  name.moveTo('127.0.0.2');
  name.onLookup = () => name.moveTo('127.0.0.1');
  expect(await ask()).toMatchObject({ status: 200 });
  expect(fake.received).toHaveLength(1);
});
