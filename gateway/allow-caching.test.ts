import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type LonelyGateway, startLonelyGateway } from '../testing/lonely-gateway.ts';
import { readPersistedOperations } from './persisted-operations.ts';

const data = {
  auth: { me: null, user: { id: 'u', name: 'Librería Merlín', email: null } },
  catalog: { books: { totalCount: 3 } },
  purchase: { deliveryProviders: [] },
};
const query = '{ books { totalCount } }';
const preflight = { 'apollo-require-preflight': 'true' };
const isPublic = 'public, max-age=0, s-maxage=1, must-revalidate';

let gateway: LonelyGateway;

beforeAll(async () => {
  gateway = await startLonelyGateway('allow-caching', data, { PLAYGROUND: 'true' });
});

afterAll(() => gateway.stop());

beforeEach(() => {
  for (const fake of Object.values(gateway.fakes)) fake.manner = { milliseconds: 0 };
});

const get = async (parameters: Record<string, string>, headers: Record<string, string> = {}) => {
  const response = await fetch(`${gateway.url}/graphql?${new URLSearchParams(parameters)}`, {
    headers: { ...preflight, ...headers },
  });
  const { data, errors }: { data?: object; errors?: object[] } = JSON.parse(await response.text());
  return {
    status: response.status,
    cacheControl: response.headers.get('cache-control'),
    vary: response.headers.get('vary'),
    data,
    errors,
  };
};

/** The extensions by which a client names an operation. */
const byHash = (text: string) => {
  const sha256Hash = createHash('sha256').update(text).digest('hex');
  return JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
};

test('what everybody is told alike may be kept for a second, by caches that tell who asks', async () => {
  expect(await get({ query })).toEqual({
    status: 200,
    cacheControl: isPublic,
    vary: 'Accept, Authorization, Cookie, x-session',
    data: { books: { totalCount: 3 } },
    errors: undefined,
  });
});

test('so may what the shop asks by the hash of an operation alone, of a gateway that never heard its text', async () => {
  const ofProviders = /^query \w+\([^)]*\)\s*{\s*deliveryProviders/;
  const text = [...readPersistedOperations().values()].find(each => ofProviders.test(each)) ?? '';
  const extensions = byHash(text);
  const variables = JSON.stringify({ country: 'CO' });
  expect(await get({ extensions, variables })).toMatchObject({
    cacheControl: isPublic,
    data: { deliveryProviders: [] },
  });
});

test('so may what another client has offered before', async () => {
  const text = 'query Offered { books { totalCount } }';
  expect(await get({ extensions: byHash(text) })).toMatchObject({ errors: [{}] });
  await get({ query: text, extensions: byHash(text) });
  expect(await get({ extensions: byHash(text) })).toMatchObject({ cacheControl: isPublic });
});

test('the language of the shop’s pages says nothing of who asks', async () => {
  expect((await get({ query }, { cookie: 'language=es' })).cacheControl).toBe(isPublic);
});

describe('nothing is kept of what', () => {
  const told = { cacheControl: 'no-store', vary: null };

  test.each<[string, Record<string, string>]>([
    ['comes with a token', { authorization: 'Bearer x' }],
    ['comes with credentials of another kind', { authorization: 'Basic eDp5' }],
    ['comes with a session', { cookie: '__Host-refresh-token=abc' }],
    ['comes with a session and a language', { cookie: 'language=es; __Host-refresh-token=abc' }],
    ['comes with a cookie of something else', { cookie: 'who=ana' }],
    ['comes with a cookie that only begins well', { cookie: 'language=es, __Host-refresh-token=abc' }],
    ['says that its session is in a cookie', { 'x-session': 'cookie' }],
  ])('%s', async (_, headers) => {
    expect(await get({ query }, headers)).toMatchObject({ status: 200, ...told });
  });

  test('asks for something of somebody', async () => {
    expect(await get({ query: '{ me { id } }' })).toMatchObject({ status: 200, ...told });
    expect(await get({ query: '{ user(id: "u") { name email } }' })).toMatchObject({ status: 200, ...told });
  });

  test('asks for the schema', async () => {
    const answer = await get({ query: '{ __schema { queryType { name } } }' });
    expect(answer).toMatchObject({ status: 200, ...told });
  });

  test('is asked for by POST', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('could not be had, in part or at all', async () => {
    gateway.fakes.catalog.manner = { milliseconds: 0, fault: 503 };
    const half = await get({ query: '{ books { totalCount } deliveryProviders { id } }' });
    expect(half).toMatchObject(told);
    expect(half.errors).toHaveLength(1);
    expect(await get({ query })).toMatchObject(told);
  });

  test('is refused', async () => {
    expect(await get({ query: '{' })).toMatchObject({ status: 400, ...told });
    expect(await get({ query: '{ nothing }' })).toMatchObject({ status: 400, ...told });
    expect(await get({ query: 'mutation { logout { __typename } }' })).toMatchObject({
      status: 405,
      ...told,
    });
    // As a simple request of another site comes.
    expect(await get({ query }, { 'apollo-require-preflight': '' })).toMatchObject({ status: 400, ...told });
  });

  test('is named by a hash that is not known', async () => {
    const persistedQuery = { version: 1, sha256Hash: '0'.repeat(64) };
    const { cacheControl, errors } = await get({ extensions: JSON.stringify({ persistedQuery }) });
    expect(cacheControl).not.toMatch(/public|max-age=[1-9]/);
    expect(errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
  });
});

test('a store that wants nothing kept says so', async () => {
  const other = await startLonelyGateway('keep-nothing', data, { CACHE_PUBLIC_ANSWERS: 'false' });
  try {
    const response = await fetch(`${other.url}/graphql?${new URLSearchParams({ query })}`, {
      headers: preflight,
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
  } finally {
    await other.stop();
  }
});
