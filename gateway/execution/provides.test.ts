import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectSameAnswer } from '../../testing/expect-same-answer.ts';
import {
  type ComparedGraphs,
  type SubgraphSource,
  startComparedGraphs,
} from '../../testing/in-memory-graph.ts';

const author = { id: 'a1', name: 'Rivera', country: 'CO' };
const novel = { __typename: 'Book', id: 'b1', title: 'La vorágine', pages: 263, author, grade: 5, stock: 2 };
const film = { __typename: 'Film', id: 'f1', title: 'La estrategia', minutes: 104, grade: 4, stock: 1 };
const whole = {
  featured: [novel, novel],
  shown: [novel, film],
  newest: novel,
  oldest: novel,
  version: 'one',
};

const byId = ({ id }: { id: string }) => [novel, film].find(each => each.id === id);

const sources: Record<string, SubgraphSource> = {
  catalog: {
    sdl: `
      type Query { newest: Book version: String @shareable }
      type Book @key(fields: "id") { id: ID! title: String! @shareable pages: Int! author: Author @shareable stock: Int! }
      type Author @key(fields: "id") { id: ID! name: String! @shareable country: String! }
      type Film @key(fields: "id") { id: ID! title: String! @shareable minutes: Int! stock: Int! }`,
    resolvers: {
      Query: { newest: () => novel, version: () => 'one' },
      Book: { __resolveReference: byId },
      Film: { __resolveReference: byId },
      Author: { __resolveReference: () => author },
    },
  },
  pages: {
    sdl: `
      type Query {
        featured: [Book!] @provides(fields: "title author { name }")
        shown: [Shown] @provides(fields: "... on Book { title } ... on Film { title }")
        oldest: Book
        version: String @shareable
      }
      union Shown = Book | Film
      type Book @key(fields: "id") {
        id: ID! title: String! @external author: Author @external grade: Int!
        stock: Int! @override(from: "catalog")
      }
      type Author @key(fields: "id") { id: ID! name: String! @external }
      type Film @key(fields: "id") { id: ID! title: String! @external grade: Int! }`,
    resolvers: {
      Query: {
        featured: () => whole.featured,
        shown: () => whole.shown,
        oldest: () => novel,
        version: () => 'one',
      },
      Book: { __resolveReference: byId },
      Film: { __resolveReference: byId },
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

describe('@provides, @override and @shareable', () => {
  test.each([
    ['what is provided', '{ featured { title author { name } } }'],
    ['what is provided, and what is not', '{ featured { title pages author { name country } grade } }'],
    ['provided in members of a union', '{ shown { ... on Book { title } ... on Film { title } } }'],
    ['the same field elsewhere, where it is not provided', '{ oldest { title author { name } } }'],
    ['what another subgraph has taken over', '{ newest { stock title } oldest { stock } }'],
    ['what several subgraphs have at the root', '{ version newest { id } oldest { grade } }'],
  ])('%s', async (_, query) => {
    await expectSameAnswer(graphs, whole, { query });
  });

  test('who provides a field is asked for it, and nobody else', async () => {
    const catalog = graphs.ours.subgraphs.get('catalog');
    if (!catalog) throw new Error('no subgraph');
    catalog.received.length = 0;
    await graphs.ours.ask('{ featured { title author { name } } shown { ... on Book { title } } }');
    expect(catalog.received).toEqual([]);
  });
});
