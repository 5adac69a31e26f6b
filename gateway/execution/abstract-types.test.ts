import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { expectSameAnswer } from '../../testing/expect-same-answer.ts';
import {
  type ComparedGraphs,
  type SubgraphSource,
  startComparedGraphs,
} from '../../testing/in-memory-graph.ts';

const owner = { __typename: 'Shop', id: 'o1', name: 'Merlín', city: 'Bogotá' };
const reader = { __typename: 'Reader', id: 'r1', name: 'Ana', age: 30 };
const book = {
  __typename: 'Book',
  id: 'b1',
  title: 'La vorágine',
  pages: 263,
  owner,
  rating: 5,
  tags: [{ __typename: 'Tag', text: 'jungle' }],
};
const film = {
  __typename: 'Film',
  id: 'f1',
  title: 'Nocturno',
  minutes: 90,
  owner: reader,
  rating: 3,
  tags: null,
};
const map = { __typename: 'Chart', id: 'm1', title: 'Orinoco', scale: 1000, owner: null, tags: [] };

const all = [book, film, map];
const byId = ({ id }: { id: string }) => [...all, owner, reader].find(each => each.id === id);

const whole = {
  media: [book, film, null, map],
  search: [film, owner, book, reader],
  found: [book, film],
  favourite: film,
  owner,
};

const sources: Record<string, SubgraphSource> = {
  catalog: {
    sdl: `
      type Query { media: [Media] search: [Found!]! favourite: Media! }
      interface Media { id: ID! title: String! owner: Owner tags: [Tag!] }
      interface Titled { title: String! }
      type Book implements Media & Titled @key(fields: "id") {
        id: ID! title: String! owner: Owner pages: Int! tags: [Tag!]
      }
      type Film implements Media & Titled @key(fields: "id") {
        id: ID! title: String! owner: Owner minutes: Int! tags: [Tag!]
      }
      type Chart implements Media @key(fields: "id") { id: ID! title: String! owner: Owner scale: Int! tags: [Tag!] }
      type Tag { text: String! }
      union Found = Book | Film | Shop | Reader
      interface Owner { id: ID! }
      type Shop implements Owner @key(fields: "id") { id: ID! }
      type Reader implements Owner @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: { media: () => whole.media, search: () => whole.search, favourite: () => film },
      Book: { __resolveReference: byId },
      Film: { __resolveReference: byId },
      Chart: { __resolveReference: byId },
    },
  },
  people: {
    sdl: `
      type Query { owner: Owner }
      interface Owner { id: ID! name: String! }
      type Shop implements Owner @key(fields: "id") { id: ID! name: String! city: String! }
      type Reader implements Owner @key(fields: "id") { id: ID! name: String! age: Int! }`,
    resolvers: {
      Query: { owner: () => owner },
      Shop: { __resolveReference: byId },
      Reader: { __resolveReference: byId },
    },
  },
  ratings: {
    sdl: `
      type Query { found: [Found!]! }
      union Found = Book | Film
      type Book @key(fields: "id") { id: ID! rating: Int! }
      type Film @key(fields: "id") { id: ID! rating: Int! }`,
    resolvers: {
      Query: { found: () => whole.found },
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

describe('interfaces and unions', () => {
  test.each([
    ['fields of an interface', '{ media { title id } }'],
    ['__typename of an interface', '{ media { __typename title } favourite { kind: __typename } }'],
    ['fields of an interface that other subgraphs have', '{ media { owner { name } } }'],
    ['objects below an interface', '{ media { tags { text __typename } } }'],
    ['fragments on types', '{ media { title ... on Book { pages } ... on Film { minutes title } } }'],
    [
      'fragments on types whose fields others have',
      '{ media { ... on Book { rating } ... on Film { rating title } } }',
    ],
    ['a fragment on the interface itself', '{ media { ... on Media { title ... on Chart { scale } } id } }'],
    ['a fragment on another interface', '{ media { ... on Titled { title } id } }'],
    ['members of a union', '{ search { __typename ... on Book { title } ... on Reader { age name } } }'],
    ['interfaces in a union', '{ search { ... on Media { title } ... on Owner { id name } } }'],
    [
      'a union of two subgraphs, of which one knows less members',
      '{ found { ... on Book { title rating } __typename } }',
    ],
    ['members that a subgraph does not know', '{ found { ... on Shop { city } ... on Film { minutes } } }'],
    [
      'named fragments in each other',
      `query { media { ...M } favourite { ...M } }
       fragment M on Media { ...F title owner { ...O } }
       fragment F on Film { minutes rating owner { id } }
       fragment O on Owner { name ... on Reader { age } ... on Shop { city } }`,
    ],
    [
      'the same field of several types below the same name',
      '{ media { ... on Book { size: pages } ... on Film { size: minutes } ... on Chart { size: scale } } }',
    ],
    [
      'the same object in several fragments',
      '{ media { owner { id } ... on Film { owner { name } } ... on Media { owner { ... on Reader { age } } } } }',
    ],
  ])('%s', async (_, query) => {
    await expectSameAnswer(graphs, whole, { query });
  });
});
