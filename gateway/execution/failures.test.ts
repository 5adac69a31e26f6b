import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import {
  type ComparedGraphs,
  type GraphAnswer,
  type SubgraphSource,
  startComparedGraphs,
} from '../../testing/in-memory-graph.ts';

const refuse = (message: string, code: string) => {
  throw new GraphQLError(message, { extensions: { code, detail: 7 } });
};

const ana = { id: 's1', name: 'Ana', email: () => refuse('Not yours.', 'FORBIDDEN'), rank: 1 };
const beto = { id: 's2', name: 'Beto', email: 'b@example.org', rank: () => refuse('No rank.', 'NO_RANK') };
const sellers = [ana, beto];

const books = [
  { id: 'b1', title: 'La vorágine', seller: { id: 's2' } },
  { id: 'b2', title: 'María', seller: null },
  { id: 'b3', title: 'Nocturno', seller: { id: 's1' } },
  { id: 'b4', title: 'Gone', seller: { id: 'nobody' } },
  { id: 'b5', title: 'La tierra', seller: { id: 's1' } },
];

const sources: Record<string, SubgraphSource> = {
  catalog: {
    sdl: `
      type Query { books: [Book] book: Book! broken: Int oneOf: [Int!] }
      type Mutation { publish: Book withdraw: Boolean }
      type Book @key(fields: "id") { id: ID! title: String! seller: Seller must: Seller! }
      type Seller @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: {
        books: () => books,
        book: () => books[0],
        broken: () => refuse('Broken.', 'INTERNAL_SERVER_ERROR'),
        oneOf: () => [1, null],
      },
      Mutation: { publish: () => books[0], withdraw: () => refuse('No.', 'FORBIDDEN') },
      Book: { must: ({ seller }) => seller ?? refuse('No seller.', 'NOT_FOUND') },
    },
  },
  sellers: {
    sdl: `
      type Query { me: Seller }
      type Seller @key(fields: "id") { id: ID! name: String! email: String rank: Int! }`,
    resolvers: {
      Query: { me: () => ana },
      Seller: {
        __resolveReference: ({ id }: { id: string }) => sellers.find(seller => seller.id === id) ?? null,
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

afterEach(() => {
  setFault('sellers', undefined);
  setFault('catalog', undefined);
});

function setFault(name: string, fault: ((answer: GraphAnswer) => GraphAnswer) | undefined): void {
  for (const graph of [graphs.ours, graphs.apollos]) {
    const subgraph = graph.subgraphs.get(name);
    if (!subgraph) throw new Error(`no subgraph ${name}`);
    subgraph.fault =
      fault && (answer => JSON.parse(JSON.stringify(fault(JSON.parse(JSON.stringify(answer))))));
  }
}

/** The errors in the order of their places, which the order of answers does not change. */
const told = ({ errors = [] }: GraphAnswer) =>
  errors
    .map(({ message, path, extensions }) => [path?.join('.'), message, extensions])
    .sort(([a], [b]) => String(a).localeCompare(String(b)));

const bothAnswer = async (query: string) =>
  [await graphs.ours.ask(query), await graphs.apollos.ask(query)] as const;

const forbidden = { code: 'FORBIDDEN', detail: 7, serviceName: 'sellers' };

describe('errors of subgraphs', () => {
  test('an error at the root stands at its field, with its code and the name of the subgraph', async () => {
    const [ours, apollos] = await bothAnswer('{ broken me { name email } }');
    expect(ours.data).toEqual({ broken: null, me: { name: 'Ana', email: null } });
    expect(told(ours)).toEqual([
      ['broken', 'Broken.', { code: 'INTERNAL_SERVER_ERROR', detail: 7, serviceName: 'catalog' }],
      ['me.email', 'Not yours.', forbidden],
    ]);
    expect([apollos.data, told(apollos)]).toEqual([ours.data, told(ours)]);
  });

  test('an error about an entity stands wherever the entity stands, under the name that the client gave it', async () => {
    const [ours] = await bothAnswer('{ list: books { by: seller { mail: email } } }');
    expect(ours.data).toEqual({
      list: [
        { by: { mail: 'b@example.org' } },
        { by: null },
        { by: { mail: null } },
        { by: { mail: null } },
        { by: { mail: null } },
      ],
    });
    expect(told(ours)).toEqual([
      ['list.2.by.mail', 'Not yours.', forbidden],
      ['list.4.by.mail', 'Not yours.', forbidden],
    ]);
  });

  test('an entity that cannot be had is null as far up as it must, and the rest is there', async () => {
    const [ours, apollos] = await bothAnswer('{ books { title seller { name } } }');
    expect(ours.data).toEqual({
      books: [
        { title: 'La vorágine', seller: { name: 'Beto' } },
        { title: 'María', seller: null },
        { title: 'Nocturno', seller: { name: 'Ana' } },
        { title: 'Gone', seller: null },
        { title: 'La tierra', seller: { name: 'Ana' } },
      ],
    });
    expect(ours).toEqual(apollos);
    expect(ours.extensions).toEqual({
      valueCompletion: [
        {
          message: 'Cannot return null for non-nullable field Seller.name.',
          path: ['books', 3, 'seller', 'name'],
          extensions: { code: 'INVALID_GRAPHQL' },
        },
      ],
    });
  });

  test('a null goes up through what may not be null', async () => {
    const [ours, apollos] = await bothAnswer('{ books { must { rank } } me { rank } }');
    expect(ours.data).toEqual({
      books: [null, null, { must: { rank: 1 } }, null, { must: { rank: 1 } }],
      me: { rank: 1 },
    });
    expect(ours.data).toEqual(apollos.data);
    expect(told(ours).map(([path]) => path)).toEqual(['books.0.must.rank', 'books.1.must']);
  });

  test('a null that nothing takes up leaves no data', async () => {
    const [ours, apollos] = await bothAnswer('{ book { must { rank } } }');
    expect(ours.data).toBeNull();
    expect(told(ours).map(([path]) => path)).toEqual(['book.must.rank']);
    expect(apollos).toEqual(ours);
  });

  test('lists of what may not be null', async () => {
    const [ours, apollos] = await bothAnswer('{ oneOf me { id } }');
    expect(ours.data).toEqual({ oneOf: null, me: { id: 's1' } });
    expect([apollos.data, told(apollos)]).toEqual([ours.data, told(ours)]);
  });

  test('an error of a mutation', async () => {
    const [ours, apollos] = await bothAnswer('mutation { withdraw publish { title seller { rank name } } }');
    expect(ours.data).toEqual({ withdraw: null, publish: { title: 'La vorágine', seller: null } });
    expect(told(ours).map(([path]) => path)).toEqual(['publish.seller.rank', 'withdraw']);
    expect(apollos).toEqual(ours);
  });
});

describe('subgraphs that do not answer as they should', () => {
  const query = '{ books { title seller { name } } }';
  const without = (count: number) => ({
    books: books.map(({ title }) => ({ title, seller: null })).slice(0, count),
  });

  test('one that is down: the rest is there', async () => {
    setFault('sellers', () => {
      throw new GraphQLError('sellers cannot be reached.', { extensions: { code: 'SERVICE_UNAVAILABLE' } });
    });
    const [ours, apollos] = await bothAnswer(query);
    expect(ours.data).toEqual(without(5));
    expect(told(ours)).toEqual([[undefined, 'sellers cannot be reached.', { code: 'SERVICE_UNAVAILABLE' }]]);
    expect(apollos).toEqual(ours);
  });

  test('one that fails by something else than a GraphQL error', async () => {
    setFault('sellers', () => {
      throw new TypeError('socket');
    });
    const [ours, apollos] = await bothAnswer(query);
    expect(ours).toEqual(apollos);
    expect(told(ours)).toEqual([[undefined, 'socket', { code: 'INTERNAL_SERVER_ERROR' }]]);
  });

  test('the root is down: nothing is there, nothing else is asked', async () => {
    setFault('catalog', () => {
      throw new GraphQLError('down');
    });
    const [ours, apollos] = await bothAnswer('{ books { title seller { name } } me { name } }');
    expect(ours.data).toEqual({ books: null, me: { name: 'Ana' } });
    expect([apollos.data, told(apollos)]).toEqual([ours.data, told(ours)]);
  });

  test.each<[string, (answer: GraphAnswer) => GraphAnswer, string]>([
    ['no entities', () => ({ data: {} }), 'Expected "data._entities" in response to be an array'],
    [
      'fewer entities than it was asked about',
      () => ({ data: { _entities: [] } }),
      'Expected "data._entities" to contain 3 elements',
    ],
    ['errors without a path', () => ({ data: null, errors: [{ message: 'no' }] }), 'no'],
  ])('%s', async (_, fault, message) => {
    setFault('sellers', fault);
    const answer = await graphs.ours.ask(query);
    expect(answer.data).toEqual(without(5));
    expect(answer.errors?.map(error => error.message)).toEqual([message]);
  });

  test('an error about all entities stands before the list', async () => {
    setFault('sellers', () => ({ data: null, errors: [{ message: 'no', path: ['_entities'] }] }));
    expect(told(await graphs.ours.ask(query))).toEqual([
      ['books', 'no', { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'sellers' }],
    ]);
  });

  test('values that are none of their type, and fields that are missing', async () => {
    setFault('catalog', () => ({
      data: { books: [{ title: 7, id: 'b1' }, { id: 'b2' }, 'book', { title: 'María' }] },
    }));
    const answer = await graphs.ours.ask('{ books { title } }');
    expect(answer.data).toEqual({ books: [null, null, null, { title: 'María' }] });
    expect(JSON.stringify(answer.extensions)).toContain('"path":["books",0,"title"]');
  });
});
