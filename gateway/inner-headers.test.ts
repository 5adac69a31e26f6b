import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { keysOfSecret, ringOf } from '../runtime/internal-keys.ts';
import { verifyProof } from '../runtime/internal-token.ts';
import { subgraphs } from '../runtime/services.ts';
import { type LonelyGateway, startLonelyGateway } from '../testing/lonely-gateway.ts';

/** What means something inside the store, and what a client may try to make of it. */
const inner: Record<string, string> = {
  'x-internal-token': 'a token of the client',
  'x-internal-proof': 'a proof of the client',
  'x-client-network': '198.51.100.7',
  'x-operation-type': 'a type of the client',
  'x-request-id': '01a1fc24-2252-767d-894b-46946694e305',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  'x-forwarded-for': 'a place of the client',
  forwarded: 'for=198.51.100.7',
  'x-user-id': 'somebody',
  'x-role': 'ADMIN',
  'x-session': 'a session of the client',
  cookie: '__Host-refresh-token=a-token-of-the-client',
};

let gateway: LonelyGateway;

beforeAll(async () => {
  gateway = await startLonelyGateway('inner-headers', {
    auth: { me: null, logout: { userErrors: [] } },
    catalog: { books: { totalCount: 1 } },
    purchase: { deliveryProviders: [] },
  });
});

afterAll(() => gateway.stop());

describe.each(Object.entries(inner))('%s, as a client writes it', (name, value) => {
  test.each(subgraphs)('does not reach %s', async subgraph => {
    const query = '{ me { id } books { totalCount } deliveryProviders { id } }';
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [name]: value },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(200);
    const { lastHeaders } = gateway.fakes[subgraph];
    expect(lastHeaders['x-internal-proof']).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(JSON.stringify(lastHeaders)).not.toContain(value);
  });
});

test('no header of a client reaches a subgraph but those that are for it', async () => {
  await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-made-up': 'yes', 'x-session': 'cookie' },
    body: JSON.stringify({ query: '{ me { id } books { totalCount } deliveryProviders { id } }' }),
  });
  const ofConnection = ['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding'];
  const ours = ['content-type', 'x-internal-proof', 'x-internal-token', 'x-operation-type', 'x-request-id'];
  const allowed = [...ofConnection, ...ours, 'user-agent', 'authorization', 'traceparent'];
  for (const subgraph of subgraphs) {
    const more = subgraph === 'auth' ? ['x-session'] : [];
    const names = Object.keys(gateway.fakes[subgraph].lastHeaders);
    expect(names.filter(name => ![...allowed, ...more].includes(name))).toEqual([]);
  }
});

test('auth is told from where a client comes that may open a session, by nothing that the client says', async () => {
  await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-client-network': '198.51.100.7' },
    body: JSON.stringify({ query: 'mutation { logout(input: {}) { userErrors { code } } }' }),
  });
  expect(gateway.fakes.auth.lastHeaders['x-client-network']).toBe('127.0.0.1');
});

test('a gateway that knows its own keys alone proves itself by them, and brings nothing that another service could make', async () => {
  const secret = 'a secret that only those who deploy the store know';
  const other = await startLonelyGateway(
    'own-keys',
    { auth: { me: null }, catalog: {}, purchase: {} },
    {
      INTERNAL_TOKEN_SECRET: '',
      INTERNAL_TOKEN_KEYS: ringOf(secret, 'gateway'),
    },
  );
  try {
    const response = await fetch(`${other.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ me { id } }' }),
    });
    expect(await response.json()).toEqual({ data: { me: null } });
    const { lastHeaders } = other.fakes.auth;
    expect(lastHeaders['x-internal-token']).toBeUndefined();
    const request = { method: 'POST', path: '/graphql' };
    expect(verifyProof(keysOfSecret(secret), 'auth', lastHeaders, request)?.sister).toBe('gateway');
  } finally {
    await other.stop();
  }
});
