import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type FakeSubgraph, startFakeSubgraph } from '../testing/fake-subgraph.ts';
import { keysOfSecret } from './internal-keys.ts';
import { InternalTokens } from './internal-token.ts';
import { SisterService } from './sister-service.ts';
import { inScope } from './tracing/scope.ts';

const settings = { SISTER_TIMEOUT_MS: 1_000, DATABASE_POOL_SIZE: 5 };
const tokens = new InternalTokens(keysOfSecret('a secret of more than thirty-two characters'), 'purchase');
const expected = z.object({ count: z.number() });
const unavailable = { extensions: { code: 'SERVICE_UNAVAILABLE' } };

let fake: FakeSubgraph;
let catalog: SisterService;

beforeEach(async () => {
  fake = await startFakeSubgraph({ count: 3 });
  catalog = new SisterService('catalog', fake.url, tokens, settings);
});

afterEach(async () => {
  await catalog.close();
  fake.stop();
});

test('it is told for which request it is asked', async () => {
  const ask = () => catalog.ask('{ count }', {}, expected);
  expect(await inScope({ requestId: 'the id' }, ask)).toEqual({ count: 3 });
  expect(fake.lastHeaders['x-request-id']).toBe('the id');
});

test('an answer that is not sound is SERVICE_UNAVAILABLE, and says what is wrong with it', async () => {
  const text = z.object({ count: z.string() });
  const asks = [() => catalog.ask('{ count }', {}, text), () => catalog.read('/', text)];
  for (const ask of asks)
    await expect(ask()).rejects.toMatchObject({ ...unavailable, originalError: expect.any(z.ZodError) });
});

test('errors are too', async () => {
  fake.manner = { milliseconds: 0, fault: 'errors' };
  const error = await catalog.ask('{ count }', {}, expected).catch(reason => reason);
  expect(error).toMatchObject(unavailable);
  expect(error.originalError.message).toContain('it answered errors');
});
