import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type LonelyGateway, startLonelyGateway } from '../testing/lonely-gateway.ts';
import { readPersistedOperations } from './persisted-operations.ts';

const data = {
  auth: { logout: { userErrors: [] } },
  catalog: { books: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } },
  purchase: { deliveryProviders: [] },
};
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });
const stranger = '{ deliveryProviders { id } }';

let gateway: LonelyGateway;
let query: string;
let mutation: string;

/** An operation of the shop by a word of its text. */
function listed(word: RegExp): string {
  const text = [...readPersistedOperations().values()].find(each => word.test(each));
  if (!text) throw new Error(`The shop has no operation with ${word}.`);
  return text;
}

beforeAll(async () => {
  gateway = await startLonelyGateway('only-persisted', data, {
    ONLY_PERSISTED_OPERATIONS: 'true',
    PLAYGROUND: 'true',
  });
  query = listed(/^query \w+\([^)]*\)\s*{\s*deliveryProviders/);
  mutation = listed(/^mutation LogOut/);
});

afterAll(() => gateway.stop());

interface Answer {
  status: number;
  code: string | undefined;
  data: unknown;
}

async function read(response: Response): Promise<Answer> {
  const body: { data?: unknown; errors?: { extensions: { code: string } }[] } = JSON.parse(
    await response.text(),
  );
  return { status: response.status, code: body.errors?.[0]?.extensions.code, data: body.data };
}

const post = async (body: object): Promise<Answer> =>
  read(
    await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

const get = async (parameters: Record<string, string>): Promise<Answer> =>
  read(
    await fetch(`${gateway.url}/graphql?${new URLSearchParams(parameters)}`, {
      headers: { 'content-type': 'application/json' },
    }),
  );

const refused = { status: 400, code: 'OPERATION_NOT_PERSISTED', data: undefined };
const unknown = 'PERSISTED_QUERY_NOT_FOUND';
const answered = { status: 200, code: undefined, data: { deliveryProviders: [] } };
const variables = { country: 'CO' };

test('what the shop sends is answered: by its text, or by its hash, queries by GET too', async () => {
  expect(await post({ query, variables })).toEqual(answered);
  expect(await post({ extensions: persisted(hashOf(query)), variables })).toEqual(answered);
  expect(await post({ query, extensions: persisted(hashOf(query)), variables })).toEqual(answered);
  const extensions = JSON.stringify(persisted(hashOf(query)));
  expect(await get({ extensions, variables: JSON.stringify(variables) })).toEqual(answered);
  expect((await post({ query: mutation, variables: { everywhere: false } })).status).toBe(200);
});

test('no mutation by GET', async () => {
  const extensions = JSON.stringify(persisted(hashOf(mutation)));
  const parameters = { extensions, variables: JSON.stringify({ everywhere: false }) };
  expect((await get(parameters)).status).toBe(405);
});

describe('what the shop does not send is refused', () => {
  test.each([
    ['another operation', () => post({ query: stranger })],
    ['another one by GET', () => get({ query: stranger })],
    ['a blank more', () => post({ query: `${query} `, variables })],
    [
      'two in one document',
      () => post({ query: `${query}\nquery Other ${stranger}`, operationName: 'Other' }),
    ],
    ['what does not parse', () => post({ query: '{' })],
    ['a field that there is not', () => post({ query: '{ nothing }' })],
    ['introspection', () => post({ query: '{ __schema { queryType { name } } }' })],
    ['one under the hash of another', () => post({ query: stranger, extensions: persisted(hashOf(query)) })],
    [
      'one that is offered to be kept',
      () => post({ query: stranger, extensions: persisted(hashOf(stranger)) }),
    ],
    ['what is made to be slow', () => post({ query: `{ ${'__typename '.repeat(5_000)} }` })],
  ])('%s', async (_, send) => {
    expect(await send()).toEqual(refused);
  });

  test('a hash of nothing on the list, also after it was offered', async () => {
    expect((await post({ extensions: persisted(hashOf(stranger)) })).code).toBe(unknown);
    for (let time = 0; time < 2; time += 1)
      await post({ query: stranger, extensions: persisted(hashOf(stranger)) });
    expect((await post({ extensions: persisted(hashOf(stranger)) })).code).toBe(unknown);
    for (const sha256Hash of ['', '__proto__', 'constructor', 'apq:', `apq:${hashOf(query)}`])
      expect((await post({ extensions: persisted(sha256Hash) })).code).toBe('BAD_REQUEST');
  });

  test('several in a batch', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: stranger }, { query }]),
    });
    expect(response.status).toBe(400);
  });
});

test('a subgraph was asked for what is on the list alone', () => {
  for (const fake of Object.values(gateway.fakes))
    for (const body of fake.received) expect(body).not.toContain('deliveryProviders{id}');
});

test('what the gateway asks itself, for its map of the shop, is not on the list, and is answered', async () => {
  const page = await fetch(`${gateway.url}/sitemap.xml`);
  expect(page.status).toBe(200);
});
