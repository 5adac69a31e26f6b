import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectSameAnswer } from '../../testing/expect-same-answer.ts';
import {
  type ComparedGraphs,
  type SubgraphSource,
  startComparedGraphs,
} from '../../testing/in-memory-graph.ts';

const review = { text: 'Green hell', score: 5 };
const book = {
  __typename: 'Book',
  id: 'b1',
  title: 'La vorágine',
  pages: 263,
  reviews: [review],
  price: 10,
  total: 20,
};
const film = {
  __typename: 'Film',
  id: 'f1',
  title: 'Nocturno',
  minutes: 90,
  reviews: [],
  price: 4,
  total: 8,
};
const byId = ({ id }: { id: string }) => [book, film].find(each => each.id === id);
const asMedia = (id: string) => ({ __typename: 'Media', id });

const whole = { media: [book, film], best: [film, book], newest: book };

const sources: Record<string, SubgraphSource> = {
  catalog: {
    sdl: `
      type Query { media: [Media!]! newest: Media }
      interface Media @key(fields: "id") { id: ID! title: String! price: Int! }
      type Book implements Media @key(fields: "id") { id: ID! title: String! price: Int! pages: Int! }
      type Film implements Media @key(fields: "id") { id: ID! title: String! price: Int! minutes: Int! }`,
    resolvers: {
      Query: { media: () => whole.media, newest: () => book },
      Media: { __resolveReference: byId },
      Book: { __resolveReference: byId },
      Film: { __resolveReference: byId },
    },
  },
  reviews: {
    sdl: `
      type Query { best: [Media!]! }
      type Media @key(fields: "id") @interfaceObject {
        id: ID! reviews: [Review!]! price: Int! @external total: Int! @requires(fields: "price")
      }
      type Review { text: String! score: Int! }`,
    resolvers: {
      Query: { best: () => [asMedia('f1'), asMedia('b1')] },
      Media: {
        __resolveReference: (told: { id: string }) => ({ ...told, __typename: 'Media' }),
        reviews: ({ id }) => byId({ id })?.reviews,
        total: ({ price }) => 2 * price,
      },
    },
  },
};

let graphs: ComparedGraphs;

beforeAll(async () => {
  graphs = await startComparedGraphs(sources);
});

afterAll(async () => {
  await graphs.stop();
});

describe('@interfaceObject', () => {
  test.each([
    ['a field that all implementations get', '{ media { title reviews { score } } }'],
    ['the same of one implementation', '{ media { ... on Book { reviews { text } pages } } }'],
    ['from the subgraph that has no implementations', '{ best { id reviews { text } } }'],
    ['the type of what that subgraph has', '{ best { __typename id } }'],
    ['under another name', '{ best { kind: __typename } }'],
    ['implementations of what that subgraph has', '{ best { ... on Film { minutes } title } }'],
    ['what requires a field of the interface', '{ newest { total } best { total __typename } }'],
    ['all together', '{ best { __typename title total reviews { score } ... on Book { pages price } } }'],
  ])('%s', async (_, query) => {
    await expectSameAnswer(graphs, whole, { query });
  });

  test('while nobody knows which implementation it is, it is null, and no interface is shown as a type', async () => {
    const catalog = graphs.ours.subgraphs.get('catalog');
    const apollosCatalog = graphs.apollos.subgraphs.get('catalog');
    if (!catalog || !apollosCatalog) throw new Error('no subgraph');
    const down = () => {
      throw new Error('down');
    };
    [catalog.fault, apollosCatalog.fault] = [down, down];
    const query = '{ best { __typename id } }';
    const [ours, apollos] = [await graphs.ours.ask(query), await graphs.apollos.ask(query)];
    [catalog.fault, apollosCatalog.fault] = [undefined, undefined];
    expect(ours.data).toEqual(null);
    expect(ours.errors).toHaveLength(1);
    expect(apollos).toEqual(ours);
  });
});
