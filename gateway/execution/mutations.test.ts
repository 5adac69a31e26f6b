import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ComparedGraphs,
  type SubgraphSource,
  startComparedGraphs,
} from '../../testing/in-memory-graph.ts';

/** Each gateway has its own, as it has its own subgraphs. */
function sources(): Record<string, SubgraphSource> {
  let count = 0;
  const next = async (by: number) => {
    const before = count;
    await new Promise(resolve => setImmediate(resolve));
    count = before + by;
    return count;
  };
  return {
    stock: {
      sdl: `
        enum Grade { FINE GOOD WORN @inaccessible }
        enum Wanted { NEW OLD }
        input Filter { grade: Wanted min: Int }
        type Query { count: Int grades: [Grade] graded: [Grade!] filtered(filter: Filter): String }
        type Mutation { add(by: Int!): Item! }
        type Item @key(fields: "id") { id: ID! count: Int! secret: String @inaccessible }`,
      resolvers: {
        Query: {
          count: () => count,
          grades: () => ['FINE', 'WORN', null],
          graded: () => ['GOOD', 'WORN'],
          filtered: (_, { filter }) => JSON.stringify(filter ?? null),
        },
        Mutation: { add: async (_, { by }) => ({ id: 'i1', count: await next(by) }) },
        Item: { __resolveReference: () => ({ id: 'i1', count }) },
      },
    },
    prices: {
      sdl: `
        enum Wanted { NEW OLD USED }
        input Filter { grade: Wanted min: Int max: Int }
        type Query { priced(filter: Filter): String }
        type Mutation { multiply(by: Int!): Item! }
        type Item @key(fields: "id") { id: ID! price: Int! }`,
      resolvers: {
        Query: { priced: (_, { filter }) => JSON.stringify(filter ?? null) },
        Mutation: {
          multiply: async (_, { by }) => ({ id: 'i1', price: by, count: await next(count * (by - 1)) }),
        },
        Item: { __resolveReference: () => ({ id: 'i1', price: 10 * count }) },
      },
    },
  };
}

let graphs: ComparedGraphs;

beforeAll(async () => {
  graphs = await startComparedGraphs(sources());
});

afterAll(async () => {
  await graphs.stop();
});

describe('mutations', () => {
  test('are done one after another in the order of the client, across subgraphs', async () => {
    const query = `mutation {
      a: add(by: 2) { count }
      b: multiply(by: 10) { id count }
      c: add(by: 1) { count price }
    }`;
    const before = (await graphs.ours.ask('{ count }')).data?.count;
    expect(before).toBe(0);
    expect(await graphs.ours.ask(query)).toEqual({
      data: { a: { count: 2 }, b: { id: 'i1', count: 20 }, c: { count: 21, price: 210 } },
    });
  });
});

test('what is asked after each of several changes is asked anew', async () => {
  const query = 'mutation { a: add(by: 2) { price } b: multiply(by: 1) { id } c: add(by: 1) { price } }';
  const { a, b, c } = (await graphs.ours.ask(query)).data ?? {};
  expect([a, b, c]).toEqual([{ price: expect.any(Number) }, { id: 'i1' }, { price: expect.any(Number) }]);
  const [before, after] = [a, c].map(item => Number(Object(item).price));
  expect(Number(after) - Number(before)).toBe(10);
});

describe('what clients do not see', () => {
  test.each(['{ grades }', '{ graded count }', '{ one: grades graded }'])(
    'values of an enum: %s',
    async query => {
      expect(await graphs.ours.ask(query)).toEqual(await graphs.apollos.ask(query));
    },
  );

  test('a value that is hidden is null, and an error says that it is none', async () => {
    expect(await graphs.ours.ask('{ grades graded }')).toEqual({
      data: { grades: ['FINE', null, null], graded: null },
      extensions: {
        valueCompletion: [
          {
            message: 'Invalid value found for array element of type Grade at index 1.',
            path: ['grades', 1],
            extensions: { code: 'INVALID_GRAPHQL' },
          },
          {
            message: 'Invalid value found for array element of type Grade at index 1.',
            path: ['graded', 1],
            extensions: { code: 'INVALID_GRAPHQL' },
          },
        ],
      },
    });
  });

  test('input that every subgraph takes', async () => {
    const query = 'query($f: Filter) { filtered(filter: $f) priced(filter: $f) }';
    const filter = { grade: 'OLD', min: 1 };
    expect(await graphs.ours.ask(query, { f: filter })).toEqual({
      data: { filtered: JSON.stringify(filter), priced: JSON.stringify(filter) },
    });
    for (const hidden of [
      '{ priced(filter: { max: 3 }) }',
      '{ priced(filter: { grade: USED }) }',
      'mutation { add(by: 1) { secret } }',
    ])
      expect((await graphs.ours.ask(hidden)).errors).toHaveLength(1);
  });
});
