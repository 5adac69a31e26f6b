import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { subgraphs } from '../runtime/services.ts';
import { type Answer, GraphqlClient } from '../testing/graphql-client.ts';
import { type LonelyGateway, startLonelyGateway } from '../testing/lonely-gateway.ts';

const data = {
  purchase: {
    purchase: { __typename: 'Purchase', status: 'PAID', lines: [{ book: { __typename: 'Book', id: 'b' } }] },
    purchaseBook: {
      purchase: {
        __typename: 'Purchase',
        status: 'PAID',
        lines: [{ book: { __typename: 'Book', id: 'b' } }],
      },
    },
  },
  catalog: { _entities: [{ title: 'La vorágine', seller: { __typename: 'User', id: 's' } }] },
  auth: { _entities: [{ name: 'Librería Merlín' }] },
};

const threeInARow = '{ purchase(id: "p") { status lines { book { title seller { name } } } } }';
const buy = `mutation { purchaseBook(input: { bookId: "b", idempotencyKey: "k" }) { purchase { status } } }`;

let gateway: LonelyGateway;
let client: GraphqlClient;

beforeAll(async () => {
  gateway = await startLonelyGateway('time-limits', data);
  client = new GraphqlClient(gateway.url);
});

afterAll(async () => {
  await gateway.stop();
});

beforeEach(async () => {
  // A breaker that an earlier test has opened closes again.
  for (const name of subgraphs) gateway.fakes[name].manner = { milliseconds: 0 };
  while ((await client.errorCodes(threeInARow)).length > 0);
  for (const name of subgraphs) gateway.fakes[name].received = [];
});

async function timed(query: string): Promise<Answer<unknown> & { milliseconds: number }> {
  const began = performance.now();
  const answer = await client.send(query);
  return { ...answer, milliseconds: performance.now() - began };
}

const whole = {
  status: 'PAID',
  lines: [{ book: { title: 'La vorágine', seller: { name: 'Librería Merlín' } } }],
};

test('an operation goes to three subgraphs, one after another', async () => {
  expect(await client.ask(threeInARow)).toEqual({ purchase: whole });
});

describe('with the time limits of production', () => {
  test('a subgraph that hangs is given two seconds; what the others told is there', async () => {
    gateway.fakes.auth.manner = { milliseconds: 'never' };
    const { data: partial, errors, milliseconds } = await timed(threeInARow);
    expect(partial).toEqual({
      purchase: { ...whole, lines: [{ book: { title: 'La vorágine', seller: null } }] },
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['SERVICE_UNAVAILABLE']);
    expect(milliseconds).toBeGreaterThan(1_900);
    expect(milliseconds).toBeLessThan(2_700);
  });

  test('a whole request ends after five seconds, however many subgraphs it has yet to ask', async () => {
    for (const name of subgraphs) gateway.fakes[name].manner = { milliseconds: 1_750 };
    const { data: partial, errors, milliseconds } = await timed(threeInARow);
    expect(partial).toEqual({
      purchase: { ...whole, lines: [{ book: { title: 'La vorágine', seller: null } }] },
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['SERVICE_UNAVAILABLE']);
    expect(milliseconds).toBeGreaterThan(4_900);
    expect(milliseconds).toBeLessThan(5_700);
  });

  test('a subgraph that hangs is asked by five in vain: the next fifteen do not wait for it', async () => {
    gateway.fakes.purchase.manner = { milliseconds: 'never' };
    await Promise.all(Array.from({ length: 5 }, () => client.send(threeInARow)));
    const later = await Promise.all(Array.from({ length: 15 }, () => timed(threeInARow)));
    for (const { errors, milliseconds } of later) {
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['SERVICE_UNAVAILABLE']);
      expect(milliseconds).toBeLessThan(1_000);
    }
    expect(gateway.fakes.purchase.received).toHaveLength(5);
  });
});

describe('an answer that does not come', () => {
  test.each([{ fault: 'reset' }, { fault: 503 }] as const)(
    'a mutation is sent once ($fault)',
    async ({ fault }) => {
      gateway.fakes.purchase.manner = { milliseconds: 0, fault };
      expect(await client.errorCodes(buy)).toEqual(['SERVICE_UNAVAILABLE']);
      expect(gateway.fakes.purchase.received).toHaveLength(1);
    },
  );

  test.each([{ fault: 'reset' }, { fault: 503 }] as const)(
    'a query is sent twice ($fault)',
    async ({ fault }) => {
      gateway.fakes.purchase.manner = { milliseconds: 0, fault };
      expect(await client.errorCodes(threeInARow)).toEqual(['SERVICE_UNAVAILABLE']);
      expect(gateway.fakes.purchase.received).toHaveLength(2);
    },
  );

  test("the reads of a mutation's answer are sent twice", async () => {
    gateway.fakes.catalog.manner = { milliseconds: 0, fault: 'reset' };
    const read = buy.replace('status', 'status lines { book { title } }');
    expect(await client.errorCodes(read)).toEqual(['SERVICE_UNAVAILABLE']);
    expect(gateway.fakes.purchase.received).toHaveLength(1);
    expect(gateway.fakes.catalog.received).toHaveLength(2);
  });
});

test('/ready asks each subgraph once, and is ready as long as one answers', async () => {
  const ready = async () => {
    const response = await fetch(`${gateway.url}/ready`);
    return [response.status, JSON.parse(await response.text()).checks];
  };
  const asked = () => subgraphs.map(name => gateway.fakes[name].healthAsked);
  const before = asked();
  expect(await ready()).toEqual([200, { auth: 'ok', catalog: 'ok', files: 'ok', purchase: 'ok' }]);
  expect(asked()).toEqual(before.map(times => times + 1));
  gateway.fakes.auth.stop();
  gateway.fakes.catalog.stop();
  expect(await ready()).toEqual([
    200,
    { auth: 'does not answer', catalog: 'does not answer', files: 'ok', purchase: 'ok' },
  ]);
  gateway.fakes.purchase.stop();
  expect((await ready())[0]).toBe(503);
});
