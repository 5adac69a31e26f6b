import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import {
  type ComparedGraphs,
  type SubgraphSource,
  startComparedGraphs,
} from '../../testing/in-memory-graph.ts';

const seller = { id: 's1', name: 'Ana', constructor: 'field' };
const book = { id: 'b1', title: 'La vorágine', seller };

const sources: Record<string, SubgraphSource> = {
  catalog: {
    sdl: `
      type Query { books: [Book!]! echo(text: String): String }
      type Mutation { rename: Book }
      type Book @key(fields: "id") { id: ID! title: String! seller: Seller }
      type Seller @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: { books: () => [book, book], echo: (_, { text }) => text },
      Mutation: { rename: () => book },
    },
  },
  sellers: {
    sdl: 'type Seller @key(fields: "id") { id: ID! name: String! constructor: String }',
    resolvers: { Seller: { __resolveReference: () => seller } },
  },
};

let graphs: ComparedGraphs;

beforeAll(async () => {
  graphs = await startComparedGraphs(sources);
});

afterAll(async () => {
  await graphs.stop();
});

describe('names that every object has', () => {
  test.each([
    ['as aliases', '{ books { constructor: title toString: id __proto__: title valueOf: seller { id } } }'],
    [
      'as aliases of what others have',
      '{ books { hasOwnProperty: seller { __proto__: name toString: name } } }',
    ],
    [
      'as aliases of objects',
      '{ __proto__: books { __proto__: seller { name } } constructor: books { id } }',
    ],
    ['as a field', '{ books { seller { constructor } } }'],
  ])('%s', async (_, query) => {
    const whole = { books: [book, book] };
    const expected = await graphs.askMonolith(whole, query);
    expect(expected.errors).toBeUndefined();
    expect(JSON.stringify(await graphs.ours.ask(query))).toBe(JSON.stringify(expected));
    expect(Object.prototype).not.toHaveProperty('name');
  });

  test('as variables', async () => {
    const query =
      'query($constructor: String, $valueOf: String) { a: echo(text: $constructor) b: echo(text: $valueOf) }';
    expect(await graphs.ours.ask(query, { constructor: 'one' })).toEqual({ data: { a: 'one', b: null } });
    expect(await graphs.ours.ask(query)).toEqual({ data: { a: null, b: null } });
  });

  test('as aliases of what is not there', async () => {
    const catalog = graphs.ours.subgraphs.get('catalog');
    if (!catalog) throw new Error('no subgraph');
    catalog.fault = () => ({ data: { books: [{ id: 'b1' }] } });
    const answer = await graphs.ours.ask('{ books { constructor: seller { name } } }');
    catalog.fault = undefined;
    expect(JSON.stringify(answer.data)).toBe('{"books":[{"constructor":null}]}');
  });
});

describe('what no subgraph is asked', () => {
  test.each([
    ['__typename alone', '{ __typename }', { __typename: 'Query' }],
    ['__typename of a mutation', 'mutation { kind: __typename }', { kind: 'Mutation' }],
    [
      'introspection',
      '{ __type(name: "Seller") { name fields { name } } }',
      { __type: { name: 'Seller', fields: [{ name: 'id' }, { name: 'name' }, { name: 'constructor' }] } },
    ],
    [
      'introspection of what is not there, which clients cannot know of',
      '{ __type(name: "_Entity") { name } other: __type(name: "join__FieldSet") { name } }',
      { __type: null, other: null },
    ],
  ])('%s', async (_, query, data) => {
    for (const subgraph of graphs.ours.subgraphs.values()) subgraph.received.length = 0;
    expect(await graphs.ours.ask(query)).toEqual({ data });
    expect(await graphs.apollos.ask(query)).toEqual({ data });
    for (const subgraph of graphs.ours.subgraphs.values()) expect(subgraph.received).toEqual([]);
  });

  test('introspection beside data, with fragments and variables, in the order of the client', async () => {
    const query = `query($name: String!, $more: Boolean!) {
      first: books { title }
      __type(name: $name) { ...T }
      last: books { id __typename }
      __schema { queryType { ...T } }
    }
    fragment T on __Type { name kind @include(if: $more) }`;
    for (const more of [true, false]) {
      const variables = { name: 'Book', more };
      const ours = await graphs.ours.ask(query, variables);
      expect(JSON.stringify(ours)).toBe(JSON.stringify(await graphs.apollos.ask(query, variables)));
      expect(ours).toMatchObject({ data: { __type: { name: 'Book' }, last: [{ __typename: 'Book' }, {}] } });
    }
  });

  test('what IDEs ask', async () => {
    const ours = await graphs.ours.ask(getIntrospectionQuery());
    expect(ours).toEqual(await graphs.apollos.ask(getIntrospectionQuery()));
  });
});
