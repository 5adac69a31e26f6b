import { expect, test } from '@jest/globals';
import { createRequest, ssrExchange, stringifyDocument } from 'urql';
import { LogOutDocument } from '../account/session.generated.ts';
import { BookPageDocument } from '../pages/book/book.generated.ts';
import { CatalogueDocument } from '../pages/catalogue/catalogue.generated.ts';
import { persistedOperations } from '../persisted-operations.ts';
import { createShopClient } from './client.ts';
import { persistedAddress } from './persisted-address.ts';
import { sendUnsigned } from './send-unsigned.ts';

const bodyOf = (query: string, variables: object = {}) => JSON.stringify({ query, variables });
const bookPage = stringifyDocument(createRequest(BookPageDocument, { id: 'b' }).query);

/** What an address asks for. */
function readAddress(address: string | undefined) {
  const { pathname, searchParams } = new URL(address ?? '', 'http://shop.example');
  const { persistedQuery } = JSON.parse(searchParams.get('extensions') ?? '{}');
  const variables: unknown = JSON.parse(searchParams.get('variables') ?? '{}');
  return { pathname, persistedQuery, variables, names: [...searchParams.keys()] };
}

test('an address names a query by a hash that the gateway knows, with its variables and nothing else', async () => {
  const known = await persistedOperations();
  for (const [hash, text] of Object.entries(known)) {
    const address = await persistedAddress('/graphql', bodyOf(text, { id: 'a book' }));
    if (!text.startsWith('query ')) expect(address).toBeUndefined();
    else
      expect(readAddress(address)).toEqual({
        pathname: '/graphql',
        persistedQuery: { version: 1, sha256Hash: hash },
        variables: { id: 'a book' },
        names: ['variables', 'extensions'],
      });
  }
});

test('each query of the shop begins with the word', async () => {
  const texts = Object.values(await persistedOperations());
  const others = texts.filter(text => !text.startsWith('query '));
  expect(texts.length - others.length).toBeGreaterThan(20);
  for (const text of others) expect(text).toMatch(/^mutation /);
});

test.each<[string, unknown]>([
  ['a mutation', bodyOf(stringifyDocument(LogOutDocument))],
  ['what would be too long', bodyOf(bookPage, { id: 'x'.repeat(2_000) })],
  ['what has no text', JSON.stringify({ variables: {} })],
  ['a file', new Blob(['x'])],
  ['nothing', undefined],
])('%s has no such address', async (_, body) => {
  expect(await persistedAddress('/graphql', body)).toBeUndefined();
});

test('where the browser does not hash, nothing has', async () => {
  const whole = Object.getOwnPropertyDescriptor(globalThis, 'crypto') ?? {};
  Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
  try {
    expect(await persistedAddress('/graphql', bodyOf(bookPage, { id: 'b' }))).toBeUndefined();
  } finally {
    Object.defineProperty(globalThis, 'crypto', whole);
  }
});

interface Sent {
  address: string;
  method: string | undefined;
  body: unknown;
  contentType: string | null;
  preflight: string | null;
  cache: string | undefined;
}

/** A shop of which nobody is signed in, and what it sends; the gateway knows no hashes where it is told so. */
function openShop({ knowsHashes = true } = {}) {
  const sent: Sent[] = [];
  const notFound = { errors: [{ message: 'no', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] };
  const client = createShopClient(ssrExchange({ isClient: true }), (input, init) =>
    sendUnsigned(input, init, async (where, { method, body, headers, cache } = {}) => {
      const told = new Headers(headers);
      sent.push({
        address: String(where),
        method,
        body,
        contentType: told.get('content-type'),
        preflight: told.get('apollo-require-preflight'),
        cache,
      });
      return Response.json(method === 'GET' && !knowsHashes ? notFound : { data: { book: null } });
    }),
  );
  return { client, sent };
}

test('the shop asks for a book by GET, which carries what the gateway wants of a GET, and is kept by no browser', async () => {
  const { client, sent } = openShop();
  const { data, error } = await client.query(BookPageDocument, { id: 'b' }).toPromise();
  expect({ data, error }).toEqual({ data: { book: null }, error: undefined });
  expect(sent).toEqual([
    {
      address: expect.stringContaining('/graphql?variables='),
      method: 'GET',
      body: null,
      contentType: null,
      preflight: 'true',
      cache: 'no-store',
    },
  ]);
});

test('the same variables are the same address, in whatever order they are given', async () => {
  const { client, sent } = openShop();
  const one = { filter: { inStock: true, priceMin: '1.00' }, first: 20, query: 'borges' };
  const other = { query: 'borges', first: 20, filter: { priceMin: '1.00', inStock: true } };
  for (const variables of [one, other])
    await client.query(CatalogueDocument, variables, { requestPolicy: 'network-only' }).toPromise();
  expect(new Set(sent.map(({ address }) => address)).size).toBe(1);
  expect(sent).toHaveLength(2);
});

test('a gateway that does not know the hash is told the text', async () => {
  const { client, sent } = openShop({ knowsHashes: false });
  const { data } = await client.query(BookPageDocument, { id: 'b' }).toPromise();
  expect(data).toEqual({ book: null });
  expect(sent.map(({ method }) => method)).toEqual(['GET', 'POST']);
  expect(sent[1]).toMatchObject({ address: '/graphql', contentType: 'application/json', preflight: null });
});

test('mutations are posted', async () => {
  const { client, sent } = openShop();
  await client.mutation(LogOutDocument, { everywhere: false }).toPromise();
  expect(sent.map(({ method, address }) => [method, address])).toEqual([['POST', '/graphql']]);
});
