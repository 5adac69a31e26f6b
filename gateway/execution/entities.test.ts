import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectSameAnswer } from '../../testing/expect-same-answer.ts';
import {
  type ComparedGraphs,
  type SubgraphSource,
  startComparedGraphs,
} from '../../testing/in-memory-graph.ts';

const city = { name: 'Bogotá' };
const ana = { id: 's1', name: 'Ana', city, favourites: () => [novel, poems] };
const beto = { id: 's2', name: 'Beto', city: null, favourites: () => null };

const review = (book: () => object, number: number, text: string, grade: number, author: object) => ({
  book,
  number,
  text,
  grade,
  author,
});

const novel = {
  id: 'b1',
  title: 'La vorágine',
  seller: ana,
  cover: { width: 240, artist: beto },
  reviews: () => [review(() => novel, 1, 'Green hell', 5, beto), review(() => novel, 2, 'Long', 3, ana)],
};
const orphan = { id: 'b2', title: 'Nobody sells it', seller: null, cover: null, reviews: () => [] };
const poems = {
  id: 'b3',
  title: 'Nocturno',
  seller: ana,
  cover: { width: 480, artist: ana },
  reviews: () => [review(() => poems, 1, 'Music', 5, ana)],
};

const books = [novel, orphan, null, poems, novel];
const bookBy = ({ id }: { id: string }) => [novel, orphan, poems].find(book => book.id === id) ?? null;
const sellerBy = ({ id }: { id: string }) => [ana, beto].find(seller => seller.id === id) ?? null;

const whole = {
  books,
  book: bookBy,
  shelves: [[novel, null], [], [poems, orphan]],
  me: ana,
};

const sources: Record<string, SubgraphSource> = {
  catalog: {
    sdl: `
      type Query { books: [Book] shelves: [[Book]!]! book(id: ID!): Book }
      type Book @key(fields: "id") { id: ID! title: String! seller: Seller cover: Cover }
      type Cover { width: Int! artist: Seller! }
      type Seller @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: { books: () => books, shelves: () => whole.shelves, book: (_, args) => bookBy(args) },
      Book: { __resolveReference: bookBy },
    },
  },
  sellers: {
    sdl: `
      type Query { me: Seller }
      type Seller @key(fields: "id") { id: ID! name: String! city: City favourites: [Book!] }
      type City { name: String! }
      type Book @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: { Query: { me: () => ana }, Seller: { __resolveReference: sellerBy } },
  },
  reviews: {
    sdl: `
      type Book @key(fields: "id") { id: ID! reviews: [Review!]! }
      type Review @key(fields: "book { id } number") { book: Book! number: Int! text: String! author: Seller! }
      type Seller @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: { Book: { __resolveReference: bookBy } },
  },
  grades: {
    sdl: `
      type Review @key(fields: "book { id } number") { book: Book! number: Int! grade: Int! }
      type Book @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Review: {
        __resolveReference: (told: { book: { id: string }; number: number }) =>
          bookBy(told.book)
            ?.reviews()
            .find(({ number }) => number === told.number),
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

describe('entities of several subgraphs', () => {
  test.each([
    ['of one subgraph alone', '{ books { title id } }'],
    ['one step on', '{ books { title seller { name } } }'],
    [
      'what the key is of, not asked for by the client',
      '{ book(id: "b1") { seller { name city { name } } } }',
    ],
    ['none', '{ book(id: "nothing") { title seller { name } } }'],
    ['nested in what is none itself', '{ books { cover { artist { name } width } } }'],
    ['lists of lists', '{ shelves { id seller { name } } }'],
    ['there and back', '{ me { favourites { title seller { favourites { title } } } } }'],
    ['lists in lists', '{ books { reviews { text author { name } } } }'],
    ['by a key of several fields', '{ books { title reviews { grade text } } }'],
    ['by a key that holds an entity', '{ book(id: "b3") { reviews { grade book { title } } } }'],
    [
      'from several subgraphs at the root',
      '{ me { name } books { id } book(id: "b2") { reviews { text } title } }',
    ],
    [
      'the same field twice, under other names',
      '{ one: book(id: "b1") { t: title title s: seller { n: name } } two: book(id: "b3") { title } }',
    ],
    [
      'the same field in parts',
      '{ books { seller { name } } books { seller { city { name } } title } books { title } }',
    ],
    [
      'in fragments',
      `query { books { ...B } me { ...S } }
       fragment B on Book { seller { ...S } title }
       fragment S on Seller { name favourites { id title } }`,
    ],
    [
      'far down',
      '{ me { favourites { reviews { author { favourites { reviews { grade author { name city { name } } } } } } } } }',
    ],
  ])('%s', async (_, query) => {
    await expectSameAnswer(graphs, whole, { query });
  });

  test('with variables', async () => {
    const query =
      'query($id: ID!, $other: ID = "b3") { book(id: $id) { title } other: book(id: $other) { title } }';
    await expectSameAnswer(graphs, whole, { query, variables: { id: 'b1' } });
    await expectSameAnswer(graphs, whole, { query, variables: { id: 'b2', other: 'b1' } });
  });
});

test('who stands in several places is asked about once', async () => {
  const sellers = graphs.ours.subgraphs.get('sellers');
  if (!sellers) throw new Error('no subgraph');
  sellers.received.length = 0;
  await graphs.ours.ask('{ books { seller { name } } }');
  expect(sellers.received.map(({ variables }) => variables)).toEqual([
    { representations: [{ __typename: 'Seller', id: 's1' }] },
  ]);
});

describe('what several places of an operation ask', () => {
  const query = `{
    one: book(id: "b3") { seller { name city { name } } }
    two: book(id: "b3") { reviews { author { name city { name } } } }
    three: book(id: "b1") { reviews { author { name city { name } } } }
  }`;

  test('is answered as if each had asked by itself', async () => {
    await expectSameAnswer(graphs, whole, { query });
  });

  test('is asked once where it is about the same entities', async () => {
    const sellers = graphs.ours.subgraphs.get('sellers');
    if (!sellers) throw new Error('no subgraph');
    sellers.received.length = 0;
    await graphs.ours.ask(query);
    const asked = sellers.received.map(({ variables }) => JSON.stringify(variables.representations));
    expect(asked.toSorted()).toEqual([
      '[{"__typename":"Seller","id":"s1"}]',
      '[{"__typename":"Seller","id":"s2"},{"__typename":"Seller","id":"s1"}]',
    ]);
  });

  test('and what fails is told at each place', async () => {
    const sellers = graphs.ours.subgraphs.get('sellers');
    if (!sellers) throw new Error('no subgraph');
    sellers.fault = () => {
      throw new Error('down');
    };
    const { data, errors = [] } = await graphs.ours.ask(
      '{ one: book(id: "b3") { seller { name } } two: book(id: "b3") { reviews { author { name } } } }',
    );
    sellers.fault = undefined;
    expect(data).toEqual({ one: { seller: null }, two: null });
    expect(errors.map(({ message }) => message)).toEqual(['down', 'down']);
  });
});

test('where no entity is found, nobody is asked', async () => {
  const sellers = graphs.ours.subgraphs.get('sellers');
  if (!sellers) throw new Error('no subgraph');
  sellers.received.length = 0;
  expect(await graphs.ours.ask('{ book(id: "b2") { seller { name } } }')).toEqual({
    data: { book: { seller: null } },
  });
  expect(sellers.received).toEqual([]);
});
