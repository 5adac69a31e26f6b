import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectSameAnswer } from '../../testing/expect-same-answer.ts';
import {
  type ComparedGraphs,
  type SubgraphSource,
  startComparedGraphs,
} from '../../testing/in-memory-graph.ts';

interface Item {
  id: string;
  price: number | null;
  weight: number;
  size: { depth: number; height: number } | null;
  contents: ({ __typename: string; words?: number; width?: number } | null)[];
}

const priceIn = (price: number | null, currency: string) =>
  currency === 'EUR' && price !== null ? price * 2 : price;
const costOf = ({ price, weight, size }: Item) => (price ?? 0) + weight * 10 + (size?.depth ?? 0);
const summaryOf = ({ contents }: Item) =>
  contents.map(content => `${content?.words ?? '-'}/${content?.width ?? '-'}`).join(' ');

const lamp: Item = {
  id: 'i1',
  price: 100,
  weight: 2,
  size: { depth: 3, height: 30 },
  contents: [
    { __typename: 'Text', words: 7 },
    { __typename: 'Picture', width: 240 },
  ],
};
const letter: Item = { id: 'i2', price: null, weight: 1, size: null, contents: [null] };
const items: Item[] = [lamp, letter, lamp];

const itemBy = ({ id }: { id: string }) => items.find(item => item.id === id) ?? null;
const isKnown = (told: object) => told;

const sources: Record<string, SubgraphSource> = {
  catalog: {
    sdl: `
      type Query { items: [Item!]! }
      type Item @key(fields: "id") {
        id: ID! price: Int weight: Int! size: Size contents: [Content]! priceIn(currency: String!): Int
      }
      type Size { depth: Int! height: Int! }
      union Content = Text | Picture
      type Text { words: Int! }
      type Picture { width: Int! }`,
    resolvers: {
      Query: { items: () => items },
      Item: {
        __resolveReference: itemBy,
        priceIn: ({ price }, { currency }) => priceIn(price, currency),
      },
    },
  },
  shipping: {
    sdl: `
      type Item @key(fields: "id") {
        id: ID!
        price: Int @external
        weight: Int! @external
        size: Size @external
        contents: [Content]! @external
        priceIn(currency: String!): Int @external
        cost: Int! @requires(fields: "price weight size { depth }")
        summary: String! @requires(fields: "contents { ... on Text { words } ... on Picture { width } }")
        tax: Int @requires(fields: "priceIn(currency: \\"EUR\\")")
      }
      type Size { depth: Int! @external }
      union Content = Text | Picture
      type Text { words: Int! @external }
      type Picture { width: Int! @external }`,
    resolvers: {
      Item: {
        __resolveReference: isKnown,
        cost: costOf,
        summary: summaryOf,
        tax: told => (told.priceIn === null ? null : told.priceIn / 10),
      },
    },
  },
  labels: {
    sdl: `
      type Item @key(fields: "id") { id: ID! cost: Int! @external label: String! @requires(fields: "cost") }`,
    resolvers: { Item: { __resolveReference: isKnown, label: ({ id, cost }) => `${id} costs ${cost}` } },
  },
};

const whole = {
  items: items.map(item => ({
    ...item,
    priceIn: ({ currency }: { currency: string }) => priceIn(item.price, currency),
    cost: costOf(item),
    summary: summaryOf(item),
    tax: item.price === null ? null : (item.price * 2) / 10,
    label: `${item.id} costs ${costOf(item)}`,
  })),
};

let graphs: ComparedGraphs;

beforeAll(async () => {
  graphs = await startComparedGraphs(sources);
});

afterAll(async () => {
  await graphs.stop();
});

describe('@requires', () => {
  test.each([
    ['fields of another subgraph, nested ones too', '{ items { cost } }'],
    ['what itself requires something', '{ items { label } }'],
    ['beside what the client asks for of the same', '{ items { size { height } cost price } }'],
    ['fields of members of a union', '{ items { summary id } }'],
    ['a field with an argument', '{ items { tax } }'],
    ['everything at once', '{ items { label tax id summary cost weight size { depth height } } }'],
  ])('%s', async (_, query) => {
    await expectSameAnswer(graphs, whole, { query });
  });

  // Apollo's gateway asks for the field once, with the arguments of one of both.
  test.each([
    ['under its own name', '{ items { tax priceIn(currency: "USD") } }'],
    ['in a fragment', '{ items { ...P tax } } fragment P on Item { priceIn(currency: "USD") }'],
    ['beside another name', '{ items { priceIn(currency: "USD") euros: priceIn(currency: "EUR") tax } }'],
  ])('a field that the client asks for with other arguments: %s', async (_, query) => {
    await expectSameAnswer(graphs, whole, { query, differs: true });
  });

  test('an item is told of once, although it stands there twice', async () => {
    const shipping = graphs.ours.subgraphs.get('shipping');
    if (!shipping) throw new Error('no subgraph');
    shipping.received.length = 0;
    await graphs.ours.ask('{ items { cost } }');
    expect(shipping.received.map(({ variables }) => variables)).toEqual([
      {
        representations: [
          { __typename: 'Item', id: 'i1', price: 100, weight: 2, size: { depth: 3 } },
          { __typename: 'Item', id: 'i2', price: null, weight: 1, size: null },
        ],
      },
    ]);
  });
});
