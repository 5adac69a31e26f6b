import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publishBook, purchaseBook } from '../testing/operations.ts';
import { startTestStore, type TestStore } from '../testing/test-store.ts';
import { StoreUser } from '../testing/use-store.ts';

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  running = await startTestStore('gateway');
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(`${store.nobody().url}/graphql`, { method: 'POST', headers, body });

const codes = async (response: Response): Promise<string[]> => {
  const { errors }: { errors: { extensions: { code: string } }[] } = JSON.parse(await response.text());
  return errors.map(error => error.extensions.code);
};

describe('malformed requests', () => {
  test.each([
    ['no JSON', '{"query":', 400, 'BAD_REQUEST'],
    ['no query', '{}', 400, 'BAD_REQUEST'],
    [
      'a persisted query of another version',
      '{"query":"{ __typename }","extensions":{"persistedQuery":{"version":2,"sha256Hash":"x"}}}',
      400,
      'BAD_REQUEST',
    ],
    [
      'a persisted query that is another one',
      `{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"${'0'.repeat(64)}"}}}`,
      400,
      'BAD_REQUEST',
    ],
    ['a syntax error', '{"query":"{ books {"}', 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{"query":"{ nonsense }"}', 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a verb for sister services',
      '{"query":"mutation { reserveStock(input: {}) { __typename } }"}',
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'an operation that is not there',
      '{"query":"query A { me { id } }","operationName":"B"}',
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'two operations and no name',
      '{"query":"query A { me { id } } query B { me { id } }"}',
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['a missing variable', '{"query":"query($id: ID!) { book(id: $id) { id } }"}', 400, 'BAD_USER_INPUT'],
    [
      'a number for money',
      '{"query":"{ books(filter: { priceMin: 12.5 }) { totalCount } }"}',
      200,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'money with an exponent',
      '{"query":"{ books(filter: { priceMin: \\"1e3\\" }) { totalCount } }"}',
      200,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'money that is NaN',
      '{"query":"{ books(filter: { priceMin: \\"NaN\\" }) { totalCount } }"}',
      200,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'no money',
      '{"query":"{ books(filter: { priceMin: \\"\\" }) { totalCount } }"}',
      200,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a number for money in a variable',
      '{"query":"query($f: BookFilter) { books(filter: $f) { totalCount } }","variables":{"f":{"priceMin":1.5}}}',
      200,
      'BAD_USER_INPUT',
    ],
    ['a page of 101', '{"query":"{ books(first: 101) { totalCount } }"}', 200, 'BAD_USER_INPUT'],
    ['a cursor of nobody', '{"query":"{ books(after: \\"x\\") { totalCount } }"}', 200, 'BAD_USER_INPUT'],
    [
      'a body of 200 kB',
      JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(200_000) } }),
      413,
      'PAYLOAD_TOO_LARGE',
    ],
  ])('%s', async (_, body, status, code) => {
    const response = await post(body);
    const text = await response.clone().text();
    expect(text).not.toMatch(/node_modules|at \w+ \(|SELECT|INSERT/);
    expect([response.status, await codes(response)]).toEqual([status, [code]]);
  });

  test('a token that is not ours is UNAUTHENTICATED where somebody must be signed in, and told so at me', async () => {
    const forger = store.nobody().as('eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl');
    expect(await forger.errorCodes('{ me { id } }')).toEqual(['UNAUTHENTICATED']);
    expect(await forger.errorCodes('{ sessions { id } }')).toEqual(['UNAUTHENTICATED']);
    expect(await forger.errorCodes('{ books { totalCount } }')).toEqual([]);
  });
});

test('only the gateway may speak to a subgraph, and each process tells whether it is alive and ready', async () => {
  const ports = running.description.ports[0];
  if (!ports) throw new Error('no ports');
  for (const port of [ports.auth, ports.catalog, ports.purchase]) {
    const url = `http://127.0.0.1:${port}/graphql`;
    for (const query of [
      '{ __typename }',
      '{ _service { sdl } }',
      '{ _entities(representations: []) { __typename } }',
    ]) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-internal-token': 'guess',
          'x-internal-proof': 'guess',
        },
        body: JSON.stringify({ query }),
      });
      expect([response.status, await codes(response)]).toEqual([401, ['UNAUTHENTICATED']]);
    }
  }
  for (const port of Object.values(ports)) {
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200);
  }
});

test('an answer carries its request id, and no id that a client made up', async () => {
  const response = await post('{"query":"{ __typename }"}', {
    'content-type': 'application/json',
    'x-request-id': 'made up',
  });
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('no process sends telemetry: it is off before the gateway is loaded', async () => {
  delete process.env.APOLLO_TELEMETRY_DISABLED;
  await import('./telemetry-off.ts');
  expect(process.env.APOLLO_TELEMETRY_DISABLED).toBe('1');
  const main = readFileSync(new URL('./main.ts', import.meta.url), 'utf8');
  expect(main.split('\n').slice(0, 2)).toEqual([
    "import '../runtime/node-env.ts';",
    "import './telemetry-off.ts';",
  ]);
});

test('with auth or catalog down, the others go on, with SERVICE_UNAVAILABLE for what is missing', async () => {
  const seller = await store.register('Librería Merlín');
  const buyer = store.person();
  const bookId = await publishBook(seller.client, { title: 'La vorágine' });
  const { purchase } = await purchaseBook(buyer.client, { bookId });

  await running.process('auth').stop('SIGKILL');
  const browsing = await store.nobody().send('{ books { nodes { title seller { name } } } }');
  expect(browsing.data).toEqual({ books: { nodes: [{ title: 'La vorágine', seller: null }] } });
  expect(browsing.errors.map(error => error.extensions.code)).toEqual(['SERVICE_UNAVAILABLE']);
  expect((await purchaseBook(buyer.client, { bookId })).userErrors[0]?.code).toBe('OUT_OF_STOCK');

  await running.process('catalog').stop('SIGKILL');
  const own = await buyer.client.send(
    'query($id: ID!) { purchase(id: $id) { status lines { title book { title } } } }',
    {
      id: purchase?.id,
    },
  );
  expect(own.data).toEqual({
    purchase: { status: 'AWAITING_PAYMENT', lines: [{ title: 'La vorágine', book: null }] },
  });
  expect(own.errors.map(error => error.extensions.code)).toEqual(['SERVICE_UNAVAILABLE']);

  for (const name of ['auth', 'catalog'] as const) await running.process(name).restart();
  expect(await store.nobody().ask('{ books { nodes { title seller { name } } } }')).toEqual({
    books: { nodes: [{ title: 'La vorágine', seller: { name: 'Librería Merlín' } }] },
  });
});

test('PLAYGROUND=false: neither a page for browsers nor introspection', async () => {
  const page = () => fetch(`${store.nobody().url}/graphql`, { headers: { accept: 'text/html' } });
  const schema = () => store.nobody().errorCodes('{ __schema { queryType { name } } }');
  expect([(await page()).status, await schema()]).toEqual([200, []]);
  await running.process('gateway').restart({ PLAYGROUND: 'false' });
  const answer = await page();
  expect([answer.status, await schema()]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
  expect(await answer.text()).not.toMatch(/<html|https?:/i);
});
