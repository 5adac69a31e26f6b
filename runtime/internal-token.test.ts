import { describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import {
  type InternalKeys,
  internalPairs,
  internalTokenKeys,
  keysOfSecret,
  ringOf,
} from './internal-keys.ts';
import { InternalTokens, internalProofHeader, internalTokenHeader, verifyProof } from './internal-token.ts';

const secret = 'a secret of more than thirty-two characters';
const all = keysOfSecret(secret);
const ring = (service: string): InternalKeys => internalTokenKeys.parse(ringOf(secret, service));
const request = { method: 'POST', path: '/graphql', body: '{"query":"{ me { id } }"}' };
const proofBy = (keys: InternalKeys, sender: string, audience: string, about = request) => ({
  [internalProofHeader]: new InternalTokens(keys, sender).headersFor(audience, about)[internalProofHeader],
});
const sisterOf = (
  keys: InternalKeys,
  audience: string,
  headers: Record<string, string | undefined>,
  about = request,
) => verifyProof(keys, audience, headers, about)?.sister;

describe('a proof', () => {
  const proof = proofBy(all, 'gateway', 'auth');

  test('tells who sends, and which body goes with it', () => {
    expect(verifyProof(all, 'auth', proof, request)).toEqual({
      sister: 'gateway',
      body: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  test.each([
    ['to another subgraph', 'catalog', request],
    ['by another method', 'auth', { ...request, method: 'GET' }],
    ['at another path', 'auth', { ...request, path: '/events' }],
    ['with another query of the path', 'auth', { ...request, path: '/graphql?x=1' }],
  ])('is good for nothing %s', (_, audience, about) => {
    expect(sisterOf(all, audience, proof, about)).toBeUndefined();
  });

  test('is of another body where the body is another one', () => {
    const other = proofBy(all, 'gateway', 'auth', { ...request, body: '{}' });
    expect(verifyProof(all, 'auth', other, request)?.body).not.toBe(
      verifyProof(all, 'auth', proof, request)?.body,
    );
  });

  test('is good for a minute', () => {
    const key = all.keyOf('gateway', 'auth');
    if (!key) throw new Error('no key');
    const signed = (expiresIn: number) => ({
      [internalProofHeader]: jwt.sign({ req: 'POST /graphql' }, key, {
        algorithm: 'HS256',
        issuer: 'gateway',
        audience: 'auth',
        expiresIn,
      }),
    });
    expect(sisterOf(all, 'auth', signed(1))).toBe('gateway');
    expect(sisterOf(all, 'auth', signed(-6))).toBeUndefined();
    const { exp = 0, iat = 0 } = jwt.decode(proof[internalProofHeader] ?? '', { json: true }) ?? {};
    expect(exp - iat).toBe(60);
  });

  test.each([
    ['by nobody', { alg: 'none', typ: 'JWT' }],
    ['by an algorithm of the sender', { alg: 'HS512', typ: 'JWT' }],
  ])('signed %s proves nothing', (_, header) => {
    const [, payload = ''] = (proof[internalProofHeader] ?? '').split('.');
    const forged = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}.`;
    expect(sisterOf(all, 'auth', { [internalProofHeader]: forged })).toBeUndefined();
  });

  test.each(['', 'x', 'a.b.c', `${'x'.repeat(5_000)}`])('%j proves nothing', text => {
    expect(sisterOf(all, 'auth', { [internalProofHeader]: text })).toBeUndefined();
  });

  test('is what jsonwebtoken takes for one', () => {
    const key = all.keyOf('gateway', 'auth');
    if (!key) throw new Error('no key');
    const text = proof[internalProofHeader] ?? '';
    expect(jwt.verify(text, key, { algorithms: ['HS256'], audience: 'auth' })).toMatchObject({
      iss: 'gateway',
    });
  });

  const recoded = (part: string, change: object) =>
    Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(part, 'base64url').toString()), ...change }),
    ).toString('base64url');

  test.each<[string, (header: string, payload: string, signature: string) => string[]]>([
    ['with other claims', (header, payload, signature) => [header, recoded(payload, { iat: 1 }), signature]],
    [
      'with another header',
      (header, payload, signature) => [recoded(header, { kid: 'x' }), payload, signature],
    ],
    [
      'with a part of its signature',
      (header, payload, signature) => [header, payload, signature.slice(0, 20)],
    ],
    ['without its signature', (header, payload) => [header, payload, '']],
    ['without a signature’s place', (header, payload) => [header, payload]],
    ['with another signature', (header, payload, signature) => [header, payload, `A${signature.slice(1)}`]],
    ['with something behind it', (header, payload, signature) => [header, payload, signature, 'x']],
  ])('proves nothing %s', (_, change) => {
    for (const each of [proof, proofBy(all, 'gateway', 'auth', { ...request, body: '{}' })]) {
      const [header = '', payload = '', signature = ''] = (each[internalProofHeader] ?? '').split('.');
      const sound = [header, payload, signature].join('.');
      const changed = change(header, payload, signature).join('.');
      if (changed === sound) continue;
      expect(sisterOf(all, 'auth', { [internalProofHeader]: sound })).toBe('gateway');
      expect(sisterOf(all, 'auth', { [internalProofHeader]: changed })).toBeUndefined();
    }
  });

  test.each([
    ['that is not good yet', { notBefore: 60 }],
    ['for ever', { expiresIn: undefined }],
    ['for several', { audience: ['auth', 'catalog'] }],
  ])('%s proves nothing', (_, options) => {
    const key = all.keyOf('gateway', 'auth');
    if (!key) throw new Error('no key');
    const given = {
      algorithm: 'HS256',
      issuer: 'gateway',
      audience: 'auth',
      expiresIn: 60,
      ...options,
    } as const;
    const { expiresIn, audience, ...rest } = given;
    const forged = jwt.sign({ req: 'POST /graphql' }, key, {
      ...rest,
      audience: [audience].flat(),
      ...(expiresIn && { expiresIn }),
    });
    expect(sisterOf(all, 'auth', { [internalProofHeader]: forged })).toBeUndefined();
  });

  test('is asked for, where one came, also of who brings the token of the release before', () => {
    const both = new InternalTokens(all, 'gateway').headersFor('auth', request);
    expect(sisterOf(all, 'auth', both, { ...request, path: '/events' })).toBeUndefined();
  });
});

describe('the keys of one service', () => {
  test('are those of the pairs that it has a part in, as the shared secret makes them', () => {
    for (const pair of internalPairs) {
      const [sender = '', audience = ''] = pair.split('>');
      expect(sisterOf(ring(audience), audience, proofBy(ring(sender), sender, audience))).toBe(sender);
      expect(sisterOf(all, audience, proofBy(ring(sender), sender, audience))).toBe(sender);
      expect(sisterOf(ring(audience), audience, proofBy(all, sender, audience))).toBe(sender);
    }
  });

  test('speak for it alone: who steals them cannot ask others as somebody else', () => {
    for (const thief of ['auth', 'catalog', 'purchase'])
      for (const pair of internalPairs) {
        const [sender = '', audience = ''] = pair.split('>');
        if (sender === thief || audience === thief) continue;
        expect(ring(thief).keyOf(sender, audience)).toBeUndefined();
        const stolen = ring(thief).keyOf(thief, audience);
        if (!stolen) continue;
        const forged = jwt.sign({ req: 'POST /graphql' }, stolen, {
          algorithm: 'HS256',
          issuer: sender,
          audience,
          expiresIn: 60,
        });
        expect(sisterOf(all, audience, { [internalProofHeader]: forged })).toBeUndefined();
      }
  });

  test('neither make nor take the token of the release before, which all could forge', () => {
    const headers = new InternalTokens(ring('gateway'), 'gateway').headersFor('auth', request);
    expect(Object.keys(headers)).toEqual([internalProofHeader]);
    const before = new InternalTokens(all, 'gateway').headersFor('auth', request)[internalTokenHeader];
    expect(sisterOf(ring('auth'), 'auth', { [internalTokenHeader]: before })).toBeUndefined();
  });

  test.each(['gateway>auth', 'gateway>auth=short', 'gateway>nobody=AAAA', 'x'])('are not %j', text => {
    expect(internalTokenKeys.safeParse(text).error?.issues[0]?.message).toMatch(/must be a ring of keys/);
  });

  test('are not made up', () => {
    expect(() => new InternalTokens(ring('catalog'), 'catalog').headersFor('catalog', request)).toThrow(
      /no key/,
    );
  });
});

test('while the release before runs beside this one, its tokens are taken, and it is sent its own', () => {
  const signed = (audience: string) =>
    jwt.sign({}, secret, { algorithm: 'HS256', issuer: 'gateway', audience, expiresIn: 60 });
  expect(sisterOf(all, 'auth', { [internalTokenHeader]: signed('auth') })).toBe('gateway');
  expect(sisterOf(all, 'auth', { [internalTokenHeader]: signed('catalog') })).toBeUndefined();
  const { [internalTokenHeader]: sent = '' } = new InternalTokens(all, 'gateway').headersFor('auth', request);
  expect(jwt.verify(sent, secret, { algorithms: ['HS256'], audience: 'auth' })).toMatchObject({
    iss: 'gateway',
  });
});
