import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectSameAnswer } from '../../testing/expect-same-answer.ts';
import {
  type ComparedGraphs,
  type SubgraphSource,
  startComparedGraphs,
} from '../../testing/in-memory-graph.ts';

// The same book stands on two shelves. Its maker is the same wherever it stands; where it is told apart by the shelf
// (`spot`), the two must not be mixed up, although most of what is known of them is the same object.
const maker = { id: 'm1', name: 'Norma', home: { town: 'Bogotá', books: () => [onShelf('x')] } };
const onShelf = (place: string) => ({
  id: 'b1',
  place,
  maker,
  spot: { row: 3, label: `${place}3` },
  also: () => [onShelf('x'), onShelf('y')],
});
const whole = { shelf: [onShelf('x'), onShelf('y'), onShelf('x')] };

const sources: Record<string, SubgraphSource> = {
  shelves: {
    sdl: `
      type Query { shelf: [Book!]! }
      type Book @key(fields: "id") { id: ID! place: String! }`,
    resolvers: { Query: { shelf: () => whole.shelf }, Book: { __resolveReference: () => onShelf('x') } },
  },
  rows: {
    sdl: `
      type Book @key(fields: "id") { id: ID! spot: Spot @shareable maker: Maker }
      type Spot { row: Int! }
      type Maker @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: { Book: { __resolveReference: () => ({ id: 'b1', spot: { row: 3 }, maker: { id: 'm1' } }) } },
  },
  labels: {
    sdl: `
      type Book @key(fields: "id") {
        id: ID! place: String! @external spot: Spot @shareable @requires(fields: "place")
      }
      type Spot { label: String! }`,
    resolvers: {
      Book: { __resolveReference: told => told, spot: ({ place }) => ({ label: `${place}3` }) },
    },
  },
  makers: {
    sdl: `
      type Maker @key(fields: "id") { id: ID! name: String! home: Home }
      type Home { town: String! books: [Book!] }
      type Book @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Maker: {
        __resolveReference: () => ({
          id: 'm1',
          name: 'Norma',
          home: { town: 'Bogotá', books: [{ id: 'b1' }] },
        }),
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

describe('what stands in several places', () => {
  test.each([
    ['is the same in each', '{ shelf { maker { name home { town } } place } }'],
    ['further down too', '{ shelf { maker { home { books { place maker { name } } } } } }'],
    ['is told apart where another subgraph tells it apart', '{ shelf { spot { row label } } }'],
    ['both at once', '{ shelf { place spot { label row } maker { name home { books { spot { row } } } } } }'],
  ])('%s', async (_, query) => {
    await expectSameAnswer(graphs, whole, { query });
  });

  test('is asked about once at each step', async () => {
    const query = '{ shelf { maker { home { books { place maker { name } } } } } }';
    for (const subgraph of graphs.ours.subgraphs.values()) subgraph.received.length = 0;
    await graphs.ours.ask(query);
    const asked = [...graphs.ours.subgraphs.values()].flatMap(({ received }) => received);
    const counts = asked.map(({ variables }) => [variables.representations].flat().filter(Boolean).length);
    expect(Math.max(...counts)).toBe(1);
  });

  test('an error about it stands at each of its places', async () => {
    for (const graph of [graphs.ours, graphs.apollos]) {
      const makers = graph.subgraphs.get('makers');
      if (!makers) throw new Error('no subgraph');
      makers.fault = ({ data }) => {
        const representations = makers.received.at(-1)?.variables.representations;
        const count = Array.isArray(representations) ? representations.length : 0;
        const errors = Array.from({ length: count }, (_, index) => ({
          message: 'No town.',
          path: ['_entities', index, 'home', 'town'],
        }));
        return { data: data ?? null, errors };
      };
    }
    const query = '{ shelf { maker { home { town } } } }';
    const [ours, apollos] = [await graphs.ours.ask(query), await graphs.apollos.ask(query)];
    for (const { subgraphs } of [graphs.ours, graphs.apollos])
      for (const subgraph of subgraphs.values()) subgraph.fault = undefined;
    expect(ours.errors?.map(({ path }) => path?.join('.'))).toEqual([
      'shelf.0.maker.home.town',
      'shelf.1.maker.home.town',
      'shelf.2.maker.home.town',
    ]);
    expect(apollos).toEqual(ours);
  });
});
