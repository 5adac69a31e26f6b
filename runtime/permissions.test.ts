import { buildSubgraphSchema } from '@apollo/subgraph';
import { expect, test } from '@jest/globals';
import { type ExecutionResult, execute, parse } from 'graphql';
import { anyone, guard, type PermissionTable, signedIn } from './permissions.ts';
import type { Viewer } from './viewer.ts';

const typeDefs = parse(`
  type Query { book: Book, mine: Book, lost: Lost, unlisted: Book }
  type Book { title: String, copies: [Copy!]!, price: String, broken: String }
  type Copy { shelf: String, cost: String, toString: String }
  type Lost { name: String }
`);

const book = {
  title: 'The Trial',
  copies: [{ shelf: 'A', cost: '1.00', toString: 'a copy' }],
  price: () => '9.00',
};

const resolvers = {
  Query: { book: () => book, mine: () => book, lost: () => ({ name: 'x' }), unlisted: () => book },
  Book: {
    title: ({ title }: typeof book) => title.toUpperCase(),
    broken: () => {
      throw new Error('broken');
    },
  },
};

const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);

const table: PermissionTable = {
  Query: { book: anyone, mine: signedIn, lost: anyone },
  Book: { '*': anyone, price: signedIn },
  Copy: { shelf: anyone },
};

const reader: Viewer = { id: 'a reader', role: 'CUSTOMER', sessionId: 'a session' };

const ask = (text: string, viewer: Viewer | null = null): ExecutionResult | Promise<ExecutionResult> =>
  execute({
    schema: guard(schema, table),
    document: parse(text),
    contextValue: { caller: { viewer }, sister: 'gateway' },
  });

const codesOf = async (text: string) => {
  const { data, errors = [] } = await ask(text);
  return { data, codes: errors.map(({ extensions }) => extensions.code) };
};

test('what anyone may have costs no promise, and is what the resolvers say', () => {
  // A promise would have no data yet.
  expect(ask('{ book { title copies { shelf } } }')).toMatchObject({
    data: { book: { title: 'THE TRIAL', copies: [{ shelf: 'A' }] } },
  });
});

test('what is for some stays guarded, below what is for anyone too', async () => {
  expect(await codesOf('{ mine { title } }')).toEqual({ data: { mine: null }, codes: ['UNAUTHENTICATED'] });
  expect(await codesOf('{ book { price } }')).toEqual({
    data: { book: { price: null } },
    codes: ['UNAUTHENTICATED'],
  });
  expect(await ask('{ mine { title price } }', reader)).toEqual({
    data: { mine: { title: 'THE TRIAL', price: '9.00' } },
  });
});

test.each([
  ['a field without a row', '{ unlisted { title } }', { unlisted: null }],
  [
    'a field without a row, of a type that has some',
    '{ book { copies { cost } } }',
    { book: { copies: [{ cost: null }] } },
  ],
  ['a type without rows', '{ lost { name } }', { lost: { name: null } }],
])('%s is refused', async (_, text, data) => {
  expect(await codesOf(text)).toEqual({ data, codes: ['FORBIDDEN'] });
});

test('a field that is called as something that every object has is let by nobody but its own row', async () => {
  const { data, errors } = await ask('{ book { copies { toString } } }');
  expect(data).toEqual({ book: { copies: [{ toString: null }] } });
  expect(errors).toHaveLength(1);
});

test('what goes wrong in a resolver that is not guarded is told as it is', async () => {
  const { data, errors } = await ask('{ book { title broken } }');
  expect(data).toEqual({ book: { title: 'THE TRIAL', broken: null } });
  expect(errors?.map(({ message, path }) => ({ message, path }))).toEqual([
    { message: 'broken', path: ['book', 'broken'] },
  ]);
});

test('a row for what the schema does not have is a mistake', () => {
  expect(() => guard(schema, { ...table, Nothing: { '*': anyone } })).toThrow('Nothing');
  expect(() => guard(schema, { ...table, Book: { nothing: anyone } })).toThrow('Book.nothing');
});
