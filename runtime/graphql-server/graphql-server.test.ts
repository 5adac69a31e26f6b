import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { buildSchema, GraphQLError, type GraphQLSchema } from 'graphql';
import { schemaExecutor } from '../execution/schema-executor.ts';
import { createLogger } from '../logger.ts';
import type { Executing } from './executor.ts';
import { createGraphQLServer } from './graphql-server.ts';

interface Context {
  caller: string;
}

function schemaWith(answer: string): GraphQLSchema {
  const schema = buildSchema(`
    type Query { who: String answer: String sum(of: [Int!]!): Int broken: String refused: String }
    type Mutation { change: String }`);
  const resolve: Record<string, (args: { of: number[] }, context: Context) => unknown> = {
    who: (_args, { caller }) => caller,
    answer: () => answer,
    sum: ({ of }) => of.reduce((sum, each) => sum + each, 0),
    broken: () => {
      throw new Error('SELECT secret FROM place');
    },
    refused: () => {
      throw new GraphQLError('Not you.', { extensions: { code: 'FORBIDDEN', secret: 1 } });
    },
    change: () => 'changed',
  };
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(root?.getFields() ?? {}))
      field.resolve = (_source, args, context) => resolve[field.name]?.(args, context);
  return schema;
}

/** Executes by one schema, and by another one from a moment on. */
function changing(): Executing & { change(schema: GraphQLSchema): void } {
  let inner = schemaExecutor(schemaWith('before'));
  const told: Parameters<Executing['onSchemaLoadOrUpdate']>[0][] = [];
  return {
    load: async options => ({
      executor: async request => {
        const { executor } = await inner.load(options);
        return executor ? executor(request) : {};
      },
    }),
    onSchemaLoadOrUpdate(callback) {
      told.push(callback);
      return inner.onSchemaLoadOrUpdate(callback);
    },
    change(schema) {
      inner = schemaExecutor(schema);
      for (const tell of told) inner.onSchemaLoadOrUpdate(tell);
    },
    stop: async () => {},
  };
}

const executing = changing();
/** How many requests Apollo Server has read itself, and how many a plugin was asked of and told about. */
const seen = { byApollo: 0, asked: 0, errors: 0, told: 0 };
let refuses = false;
let app: FastifyInstance;
let stop: () => Promise<void>;

beforeAll(async () => {
  const { apollo, handler } = await createGraphQLServer<Context>({
    executing,
    introspection: true,
    logger: createLogger('test', 'silent'),
    plugins: [],
    hooks: [
      {
        requestDidStart: () => {
          seen.asked += 1;
          return {
            validationDidStart: () => {
              seen.byApollo += 1;
            },
            didResolveOperation: () => {
              if (refuses)
                throw new GraphQLError('Not now.', {
                  extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
                });
            },
            didEncounterErrors: () => {
              seen.errors += 1;
            },
            willSendResponse: ({ response, contextValue }) => {
              seen.told += 1;
              response.http.headers.set('x-caller', contextValue.caller);
              if (contextValue.caller === 'nobody') response.http.status = 503;
            },
          };
        },
      },
    ],
  });
  app = Fastify();
  const contextOf = async ({ headers }: { headers: Record<string, unknown> }) => ({
    caller: String(headers['x-name'] ?? 'someone'),
  });
  app.route({ method: ['GET', 'POST'], url: '/graphql', handler: handler(contextOf) });
  stop = () => apollo.stop();
});

afterAll(async () => {
  await app.close();
  await stop();
});

beforeEach(() => {
  Object.assign(seen, { byApollo: 0, asked: 0, errors: 0, told: 0 });
});

interface Sent {
  body?: unknown;
  query?: Record<string, string>;
  headers?: Record<string, string>;
}

const send = async ({ body, query, headers = {} }: Sent) => {
  const {
    statusCode,
    body: text,
    headers: answered,
  } = await app.inject({
    method: query ? 'GET' : 'POST',
    url: '/graphql',
    ...(query && { query }),
    ...(body !== undefined && { payload: JSON.stringify(body) }),
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
  });
  return { status: statusCode, text, type: answered['content-type'], caller: answered['x-caller'] };
};

/** What is answered the first time, by Apollo Server, and the second. */
async function twice(sent: Sent) {
  const first = await send(sent);
  const before = seen.byApollo;
  const second = await send(sent);
  return { first, second, isKnown: seen.byApollo === before };
}

test.each<[string, Sent]>([
  ['a query', { body: { query: '{ who answer }' } }],
  ['variables', { body: { query: 'query A($of: [Int!]!) { sum(of: $of) }', variables: { of: [1, 2] } } }],
  [
    'one of several operations',
    { body: { query: 'query A { who } query B { answer }', operationName: 'B' } },
  ],
  [
    'nothing beside it',
    { body: { query: '{ w: who }', variables: null, operationName: null, extensions: null } },
  ],
  [
    'what a client says of itself',
    { body: { query: '{ x: who }', extensions: { clientLibrary: { name: 'x' } } } },
  ],
  ['an error of ours', { body: { query: '{ broken }' } }],
  ['a refusal', { body: { query: '{ who refused }' } }],
  ['a mutation', { body: { query: 'mutation { change }' } }],
  ['introspection', { body: { query: '{ __schema { queryType { name } } }' } }],
  ['names of prototypes', { body: { query: '{ __proto__: who constructor: who }' } }],
  [
    'another type that is accepted',
    { body: { query: '{ y: who }' }, headers: { accept: 'application/graphql-response+json' } },
  ],
  ['a status and a header of a plugin', { body: { query: '{ z: who }' }, headers: { 'x-name': 'nobody' } }],
  ['GET', { query: { query: '{ v: who }' }, headers: { 'apollo-require-preflight': '1' } }],
  [
    'GET with variables',
    {
      query: { query: 'query G($of: [Int!]!) { sum(of: $of) }', variables: '{"of":[3]}' },
      headers: { 'content-type': 'application/json' },
    },
  ],
])('%s is answered the second time as the first, without Apollo Server', async (_name, sent) => {
  const { first, second, isKnown } = await twice(sent);
  expect(second).toEqual(first);
  expect(isKnown).toBe(true);
  expect(seen).toEqual({ byApollo: 1, asked: 2, errors: first.text.includes('errors') ? 2 : 0, told: 2 });
  expect(first.text).not.toContain('secret');
});

test('each caller is answered for themselves', async () => {
  const body = { query: '{ me: who }' };
  for (const name of ['Ana', 'Luis', 'Ana'])
    expect(await send({ body, headers: { 'x-name': name } })).toMatchObject({
      text: JSON.stringify({ data: { me: name } }),
      caller: name,
    });
});

test('by its hash an operation is known once it was taken by its hash, not before', async () => {
  const query = '{ hashed: who }';
  const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') };
  const byHash = { body: { extensions: { persistedQuery } } };
  await send({ body: { query } });
  expect((await send(byHash)).text).toContain('PERSISTED_QUERY_NOT_FOUND');
  await send({ body: { query, extensions: { persistedQuery } } });
  const { second, isKnown } = await twice(byHash);
  expect(second.text).toBe('{"data":{"hashed":"someone"}}');
  expect(isKnown).toBe(true);
});

test.each<[string, Sent, string]>([
  [
    'variables that do not fit',
    { body: { query: 'query A($of: [Int!]!) { sum(of: $of) }', variables: { of: 'x' } } },
    'BAD_USER_INPUT',
  ],
  ['variables in a text', { body: { query: '{ who answer }', variables: '{}' } }, 'BAD_REQUEST'],
  [
    'an operation that there is not',
    { body: { query: '{ who answer }', operationName: 'Other' } },
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'a mutation by GET',
    { query: { query: 'mutation { change }' }, headers: { 'apollo-require-preflight': '1' } },
    'BAD_REQUEST',
  ],
  ['GET that another site could have sent', { query: { query: '{ who answer }' } }, 'BAD_REQUEST'],
  [
    'GET with a body’s type',
    {
      query: { query: '{ who answer }' },
      headers: { 'content-type': 'text/html', 'apollo-require-preflight': '1' },
    },
    'BAD_REQUEST',
  ],
  [
    'GET with nothing for variables',
    {
      query: { query: '{ who answer }', variables: 'null' },
      headers: { 'apollo-require-preflight': '1' },
    },
    'BAD_REQUEST',
  ],
  ['several at once', { body: [{ query: '{ who answer }' }] }, 'BAD_REQUEST'],
])('a known operation does not let in what Apollo Server refuses: %s', async (_name, sent, code) => {
  for (const body of [
    { query: '{ who answer }' },
    { query: 'mutation { change }' },
    { query: 'query A($of: [Int!]!) { sum(of: $of) }', variables: { of: [] } },
  ])
    expect((await send({ body })).status).toBe(200);
  const { status, text } = await send(sent);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).toContain(code);
});

test('what a plugin refuses is refused, by Apollo Server, and told once', async () => {
  const body = { query: '{ often: who }' };
  await twice({ body });
  refuses = true;
  const refused = await send({ body });
  refuses = false;
  expect(refused).toMatchObject({ status: 400, text: expect.stringContaining('Not now.') });
  expect(seen.told).toBe(3);
  expect((await twice({ body })).isKnown).toBe(true);
});

test('what is not accepted is refused', async () => {
  const body = { query: '{ never: who }' };
  await twice({ body });
  expect((await send({ body, headers: { accept: 'image/png' } })).status).toBe(406);
});

test('with another schema nothing is known any more', async () => {
  const body = { query: '{ answer }' };
  expect((await twice({ body })).second.text).toBe('{"data":{"answer":"before"}}');
  executing.change(schemaWith('after'));
  const { first, isKnown } = await twice({ body });
  expect(first.text).toBe('{"data":{"answer":"after"}}');
  expect(isKnown).toBe(true);
  expect(seen.byApollo).toBe(2);
});
