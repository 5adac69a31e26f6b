import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomUUID,
} from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { signingKeyOf } from '../subgraphs/auth/signing-key.ts';
import { signAccessToken } from './access-token.ts';
import { createLogger } from './logger.ts';
import { TokenVerifier } from './token-verifier.ts';

const newKey = () => signingKeyOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);

const own = newKey();
const stranger = newKey();
let asked: number;
let verifier: TokenVerifier;

beforeEach(async () => {
  asked = 0;
  const facts = {
    publicKeys: async () => {
      asked += 1;
      return [own.publicKey];
    },
    revokedSessions: async () => [],
  };
  verifier = new TokenVerifier(facts, createLogger('test', 'silent'));
  verifier.start();
  while (!verifier.ready) await delay(10);
});

afterEach(() => verifier.stop());

const viewer = { id: randomUUID(), role: 'ADMIN', sessionId: randomUUID() } as const;
const viewerOf = async (token: string) => (await verifier.identify(`Bearer ${token}`)).viewer;

interface Made {
  key?: KeyObject;
  payload?: object;
  header?: object;
}

const claims = () => {
  const now = Math.floor(Date.now() / 1000);
  return {
    ...{ iss: 'bookstore/auth', aud: 'bookstore', sub: viewer.id, sid: viewer.sessionId, role: 'ADMIN' },
    ...{ iat: now, nbf: now, exp: now + 300 },
  };
};

/** A token as auth makes them, but for these changes; undefined takes a claim away. */
function made({ key = own.privateKey, payload = {}, header = {} }: Made): string {
  const all = Object.entries({ ...claims(), ...payload }).filter(([, value]) => value !== undefined);
  return jwt.sign(Object.fromEntries(all), key, {
    algorithm: 'ES256',
    header: { alg: 'ES256', typ: 'at+jwt', kid: own.kid, ...header },
  });
}

test('a token of auth is good', async () => {
  expect(await viewerOf(signAccessToken(viewer, own, new Date()))).toEqual(viewer);
  expect(await viewerOf(made({}))).toEqual(viewer);
});

test.each<[string, Made]>([
  ['of a stranger under the name of our key', { key: stranger.privateKey }],
  ['that brings its key (jwk)', { key: stranger.privateKey, header: { jwk: stranger.publicKey } }],
  ['that brings its certificate (x5c)', { key: stranger.privateKey, header: { x5c: ['MIIB'] } }],
  ['of another type', { header: { typ: 'JWT' } }],
  ['without a type', { header: { typ: undefined } }],
  ['without a kid', { header: { kid: undefined } }],
  ['of another issuer', { payload: { iss: 'somebody' } }],
  ['for somebody else', { payload: { aud: 'another store' } }],
  ['that has ended', { payload: { exp: 1 } }],
  ['that never ends', { payload: { exp: undefined } }],
  ['that is not good yet', { payload: { nbf: Math.floor(Date.now() / 1000) + 3600 } }],
  ['of nobody', { payload: { sub: undefined } }],
  ['of no session', { payload: { sid: undefined } }],
  ['with a role that there is not', { payload: { role: 'OWNER' } }],
])('a token %s is refused', async (_, changes) => {
  expect(await viewerOf(made(changes))).toBeNull();
});

test('a token signed by our public key as if it were a secret is refused', async () => {
  const pem = createPublicKey({ key: own.publicKey, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  for (const alg of ['HS256', 'ES256', 'none']) {
    const signed = `${encode({ alg, typ: 'at+jwt', kid: own.kid })}.${encode(claims())}`;
    const signature = createHmac('sha256', pem).update(signed).digest('base64url');
    expect(await viewerOf(`${signed}.${signature}`)).toBeNull();
    expect(await viewerOf(`${signed}.`)).toBeNull();
  }
});

test('where a token says its key is to be found (jku, x5u) nobody looks', async () => {
  let visits = 0;
  const server = createServer((_request, response) => {
    visits += 1;
    response.end(JSON.stringify({ keys: [stranger.publicKey] }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
  for (const header of [{ jku: url }, { x5u: url }, { jku: url, kid: 'theirs' }])
    expect(await viewerOf(made({ key: stranger.privateKey, header }))).toBeNull();
  expect(visits).toBe(0);
  server.close();
});

test('auth is asked at most once for keys that nobody knows, however many tokens name them', async () => {
  const before = asked;
  await Promise.all(
    Array.from({ length: 500 }, () =>
      viewerOf(made({ key: stranger.privateKey, header: { kid: randomUUID() } })),
    ),
  );
  expect(asked - before).toBeLessThanOrEqual(1);
});

describe('a token that comes before auth has told its keys', () => {
  /** A verifier that has just started: what it remembers, and what auth tells, come when they are let. */
  function startedWith(remembered: JsonWebKey[]) {
    const memory = Promise.withResolvers<void>();
    const auth = Promise.withResolvers<JsonWebKey[]>();
    const facts = { publicKeys: () => auth.promise, revokedSessions: async () => [] };
    const recall = async () => {
      await memory.promise;
      return remembered.length > 0 ? { publicKeys: remembered, revokedSessions: [] } : undefined;
    };
    const started = new TokenVerifier(facts, createLogger('test', 'silent'), {
      recall,
      keep: async () => undefined,
    });
    started.start();
    const identified = started.identify(`Bearer ${made({})}`);
    return { started, identified, memory, auth };
  }

  test('waits until they are told', async () => {
    const { started, identified, memory, auth } = startedWith([]);
    memory.resolve();
    await delay(20);
    auth.resolve([own.publicKey]);
    expect(await identified).toEqual({ viewer });
    started.stop();
  });

  test('waits no longer than for what is remembered of them', async () => {
    const { started, identified, memory } = startedWith([own.publicKey]);
    await delay(20);
    memory.resolve();
    expect(await identified).toEqual({ viewer });
    started.stop();
  });

  test('is refused where auth cannot be reached', async () => {
    const { started, identified, memory, auth } = startedWith([]);
    memory.resolve();
    auth.reject(new Error('is down'));
    const { refusal } = await identified;
    expect(refusal).toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
    started.stop();
  });
});
