import { afterEach, beforeEach, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { keysOfSecret } from './internal-keys.ts';
import { InternalTokens } from './internal-token.ts';
import { provenSisters } from './proven-sisters.ts';

const keys = keysOfSecret('a secret of more than thirty-two characters');
const tokens = new InternalTokens(keys, 'gateway');
const body = '{"query":"{ me { id } }"}';

let app: FastifyInstance;

beforeEach(() => {
  app = Fastify();
  provenSisters(app, keys, 'auth');
  app.post('/graphql', async request => ({ sister: request.sister, body: request.body }));
});

afterEach(() => app.close());

const send = async (headers: Record<string, string>, payload = body, url = '/graphql') => {
  const all = { 'content-type': 'application/json', ...headers };
  const response = await app.inject({ method: 'POST', url, headers: all, payload });
  return { status: response.statusCode, answer: response.json() };
};

const proof = () => tokens.headersFor('auth', { method: 'POST', path: '/graphql', body });

test('a request tells who sends it, once that is proved', async () => {
  expect(await send(proof())).toEqual({
    status: 200,
    answer: { sister: 'gateway', body: { query: '{ me { id } }' } },
  });
  expect((await send({})).answer.sister).toBe('');
  expect((await send({ 'x-internal-proof': 'x' })).answer.sister).toBe('');
});

test('who overhears a proof can send the same request again, and no other', async () => {
  const overheard = proof();
  expect((await send(overheard)).answer.sister).toBe('gateway');
  expect((await send(overheard, '{"query":"mutation { logout { userErrors { code } } }"}')).status).toBe(401);
  expect((await send(overheard, `${body} `)).status).toBe(401);
  expect((await send(overheard, body, '/graphql?again')).answer.sister).toBe('');
});

test('what is no JSON, or would change what objects are, is refused as before', async () => {
  for (const payload of ['{', '{"__proto__":{"a":1}}']) {
    const headers = tokens.headersFor('auth', { method: 'POST', path: '/graphql', body: payload });
    expect((await send(headers, payload)).status).toBe(400);
  }
});
