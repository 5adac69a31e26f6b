import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type LonelyGateway, startLonelyGateway } from '../testing/lonely-gateway.ts';

let gateway: LonelyGateway;

const ours = '__Host-refresh-token=abc_DEF-123';
const kept = `${ours}; Max-Age=60; Path=/; Secure; HttpOnly; SameSite=Strict`;

beforeAll(async () => {
  gateway = await startLonelyGateway('session-cookie', {
    auth: { me: null },
    catalog: { books: { totalCount: 0 } },
    purchase: {},
  });
});

afterAll(() => gateway.stop());

beforeEach(() => {
  gateway.fakes.auth.manner = { milliseconds: 0, setCookies: ['other=1', kept] };
  gateway.fakes.catalog.manner = { milliseconds: 0, setCookies: [kept] };
});

/** Asks both auth and catalog, as a browser does that has cookies. */
async function ask(headers: Record<string, string>): Promise<string[]> {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `language=es; ${ours}; theme=dark`, ...headers },
    body: JSON.stringify({ query: '{ me { id } books { totalCount } }' }),
  });
  expect(await response.json()).toEqual({ data: { me: null, books: { totalCount: 0 } } });
  return response.headers.getSetCookie();
}

const passedOn = () =>
  [gateway.fakes.auth, gateway.fakes.catalog].map(({ lastHeaders }) => [
    lastHeaders['x-session'],
    lastHeaders.cookie,
  ]);

test("a browser's session goes to auth alone, and what auth sets, and nobody else, comes back", async () => {
  expect(await ask({ 'x-session': 'cookie' })).toEqual([kept]);
  expect(passedOn()).toEqual([
    ['cookie', ours],
    [undefined, undefined],
  ]);
});

test.each([
  ['without the header', {}],
  ['with another value of it', { 'x-session': 'bearer' }],
])('%s no cookie goes on, and none comes back', async (_, headers) => {
  expect(await ask(headers)).toEqual([]);
  expect(passedOn()).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

test('what is no refresh token of ours by its looks does not go on', async () => {
  await ask({ 'x-session': 'cookie', cookie: '__Host-refresh-token=a b; x__Host-refresh-token=abc' });
  expect(passedOn()[0]).toEqual(['cookie', undefined]);
});

test("a stranger's page may not ask: the header has its browser ask first, and it is not allowed to", async () => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://stranger.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-session',
    },
  });
  expect([...response.headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([]);
});
