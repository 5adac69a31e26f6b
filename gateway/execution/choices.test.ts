import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectSameAnswer } from '../../testing/expect-same-answer.ts';
import {
  type ComparedGraphs,
  type SubgraphSource,
  startComparedGraphs,
} from '../../testing/in-memory-graph.ts';

const seller = { id: 's1', name: 'Ana', city: 'Bogotá' };
const book = { __typename: 'Book', id: 'b1', title: 'La vorágine', pages: 263, seller };
const whole = { book, media: [book] };

const sources: Record<string, SubgraphSource> = {
  catalog: {
    sdl: `
      type Query { book: Book media: [Media!]! }
      interface Media { id: ID! title: String! }
      type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int! seller: Seller }
      type Seller @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: { Query: { book: () => book, media: () => [book] }, Book: { __resolveReference: () => book } },
  },
  sellers: {
    sdl: 'type Seller @key(fields: "id") { id: ID! name: String! city: String! }',
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

const both = '$a: Boolean!, $b: Boolean!';

describe('@skip and @include, each way that two variables can be', () => {
  const queries = [
    ['on fields', `query(${both}) { book { id @skip(if: $a) title @include(if: $b) pages @skip(if: $b) } }`],
    ['on the same field', `query(${both}) { book { id title @skip(if: $a) @include(if: $b) } }`],
    [
      'on the root',
      `query(${both}) { one: book @include(if: $a) { title } two: book @skip(if: $b) { pages } }`,
    ],
    [
      'on what another subgraph has',
      `query(${both}) { book { id seller { name @include(if: $a) city @skip(if: $b) } } }`,
    ],
    [
      'on the way there',
      `query(${both}) { book { id seller @include(if: $a) { name city @include(if: $b) } } }`,
    ],
    [
      'on a fragment without a type',
      `query(${both}) { book { id ... @include(if: $a) { title @skip(if: $b) seller { name } } } }`,
    ],
    [
      'on a fragment with a type',
      `query(${both}) { media { id ... on Book @skip(if: $a) { pages seller @include(if: $b) { name } } } }`,
    ],
    [
      'on named fragments, of which one stands twice',
      `query(${both}) { book { id ...F @include(if: $a) ... on Book { ...F @skip(if: $b) } } }
       fragment F on Book { title seller { city @skip(if: $a) name } }`,
    ],
    [
      'on __typename',
      `query(${both}) { __typename @include(if: $a) media { id kind: __typename @skip(if: $b) } }`,
    ],
    [
      'that exclude each other',
      `query(${both}) { book @include(if: $a) @skip(if: $a) { id title @skip(if: $b) } }`,
    ],
    [
      'on the same field in two places',
      `query(${both}) { book { id title @include(if: $a) } book { title @include(if: $b) } }`,
    ],
  ] as const;
  const choices = [true, false].flatMap(a => [true, false].map(b => ({ a, b })));

  test.each(queries)('%s', async (_, query) => {
    for (const variables of choices) await expectSameAnswer(graphs, whole, { query, variables });
  });

  // Apollo's gateway says null where all that was asked of an object is left out.
  test.each([
    `query(${both}) { book @include(if: $a) { title @include(if: $b) } }`,
    `query(${both}) { book { ...F } } fragment F on Book { title @skip(if: $a) seller { name @skip(if: $b) } }`,
  ])('an object of which nothing is left is there: %s', async query => {
    for (const variables of choices)
      await expectSameAnswer(graphs, whole, { query, variables, differs: true });
  });
});

describe('@skip and @include', () => {
  test.each([
    [
      'said in the document',
      '{ book { title @skip(if: true) pages @include(if: true) id @include(if: false) } }',
      {},
    ],
    [
      'by default',
      'query($a: Boolean = true) { book { id title @skip(if: $a) seller @include(if: $a) { name } } }',
      {},
    ],
    [
      'instead of the default',
      'query($a: Boolean! = true) { book { id title @skip(if: $a) } }',
      { a: false },
    ],
  ])('%s', async (_, query, variables) => {
    await expectSameAnswer(graphs, whole, { query, variables });
  });

  test('what is left out is not asked for', async () => {
    const sellers = graphs.ours.subgraphs.get('sellers');
    if (!sellers) throw new Error('no subgraph');
    sellers.received.length = 0;
    const query = 'query($a: Boolean!) { book { id seller @include(if: $a) { name } } }';
    await graphs.ours.ask(query, { a: false });
    expect(sellers.received).toEqual([]);
    await graphs.ours.ask(query, { a: true });
    expect(sellers.received).toHaveLength(1);
  });

  test('a choice that is none is an error, and nothing is asked', async () => {
    const answer = await graphs.ours.ask('query($a: Boolean = true) { book { id @skip(if: $a) } }', {
      a: null,
    });
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('another operation of the document needs no variables of ours', async () => {
    const query = `query A { book { id } } query B($a: Boolean!) { book { ...F } }
      fragment F on Book { title @include(if: $a) }`;
    expect(await graphs.ours.ask(query, {}, 'A')).toEqual({ data: { book: { id: 'b1' } } });
    expect(await graphs.ours.ask(query, { a: false }, 'B')).toEqual({ data: { book: {} } });
  });
});
