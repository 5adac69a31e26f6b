import { createPublicKey, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { places } from '../../deploy/local/places.ts';
import type { GraphqlClient } from '../../testing/graphql-client.ts';
import { publishBook, purchaseBook } from '../../testing/operations.ts';
import { type RegisteredPerson, type StoreUser, sharedStore } from '../../testing/use-store.ts';

interface Outcome {
  tokens: { accessToken: string; accessTokenExpiresAt: string; refreshToken: string } | null;
  userErrors: { code: string; message: string; field: string[] | null }[];
}

let store: StoreUser;

beforeAll(() => {
  store = sharedStore();
});

const tokensAndErrors =
  '{ tokens { accessToken accessTokenExpiresAt refreshToken } userErrors { code message field } }';

async function login(email: string, password: string): Promise<Outcome> {
  const query = `mutation($input: LoginInput!) { login(input: $input) ${tokensAndErrors} }`;
  return (await store.nobody().ask<{ login: Outcome }>(query, { input: { email, password } })).login;
}

async function refresh(refreshToken: string): Promise<Outcome> {
  const query = `mutation($input: RefreshTokensInput!) { refreshTokens(input: $input) ${tokensAndErrors} }`;
  return (await store.nobody().ask<{ refreshTokens: Outcome }>(query, { input: { refreshToken } }))
    .refreshTokens;
}

/** The codes that each of the three subgraphs refuses this client for; empty for one that lets it in. */
const refusalsByEach = async (client: GraphqlClient) =>
  Promise.all([
    client.errorCodes('{ sessions { id } }'),
    client.errorCodes('mutation { removeBook(input: { bookId: "x" }) { userErrors { code } } }'),
    client.errorCodes('mutation { confirmDelivery(input: { purchaseId: "x" }) { userErrors { code } } }'),
  ]);

const letIn = [[], [], []];
const keptOut = [['UNAUTHENTICATED'], ['UNAUTHENTICATED'], ['UNAUTHENTICATED']];

/** Resolves when every subgraph keeps the client out; rejects after five seconds, the promise of `logout`. */
async function keptOutInTime(client: GraphqlClient): Promise<void> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const refusals = await refusalsByEach(client);
    if (Date.now() > deadline) throw new Error(`still let in: ${JSON.stringify(refusals)}`);
    if (JSON.stringify(refusals) === JSON.stringify(keptOut)) return;
    await delay(100);
  }
}

const clientOf = ({ tokens }: Outcome) => store.nobody().as(tokens?.accessToken ?? '');

describe('an access token', () => {
  test('is an ES256 JWT of five minutes that the published keys verify', async () => {
    const person = await store.register();
    const token = person.client.token ?? '';
    const port = store.description.ports[0]?.auth;
    const keys: { keys: { kid: string; kty: string; crv: string; x: string; y: string; d?: string }[] } =
      JSON.parse(await (await fetch(`http://127.0.0.1:${port}/.well-known/jwks.json`)).text());
    const header = jwt.decode(token, { complete: true })?.header;
    const key = keys.keys.find(({ kid }) => kid === header?.kid);
    if (!key) throw new Error('the key of the token is not published');
    expect([header?.alg, key.d]).toEqual(['ES256', undefined]);
    const { kty, crv, x, y } = key;
    const claims = jwt.verify(token, createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' }), {
      algorithms: ['ES256'],
      issuer: 'bookstore/auth',
      audience: 'bookstore',
    });
    if (typeof claims === 'string') throw new Error('the token holds no claims');
    expect(claims.sub).toBe(person.id);
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(300);
  });

  test.each([
    ['expired', { expiresIn: -60 }],
    ['for another audience', { audience: 'another store' }],
    ['of another issuer', { issuer: 'somebody' }],
  ])('%s is refused by all three subgraphs', async (_, changes) => {
    const token = jwt.sign({ role: 'ADMIN', sid: randomUUID() }, store.description.signingKey, {
      algorithm: 'ES256',
      issuer: 'bookstore/auth',
      audience: 'bookstore',
      expiresIn: 300,
      subject: randomUUID(),
      header: { alg: 'ES256', typ: 'at+jwt', kid: kidOf((await store.register()).client) },
      ...changes,
    });
    expect(await refusalsByEach(store.nobody().as(token))).toEqual(keptOut);
  });
});

const kidOf = ({ token = '' }: GraphqlClient) => jwt.decode(token, { complete: true })?.header.kid ?? '';

describe('what ends a session ends its tokens in every subgraph within five seconds', () => {
  test('logout', async () => {
    const person = await store.register();
    const elsewhere = clientOf(await login(person.email, person.password));
    expect(await refusalsByEach(person.client)).toEqual(letIn);
    await person.client.ask('mutation { logout { userErrors { code } } }');
    await keptOutInTime(person.client);
    expect(await refusalsByEach(elsewhere)).toEqual(letIn);
    expect((await refresh(person.refreshToken)).userErrors[0]?.code).toBe('REFRESH_TOKEN_INVALID');
  });

  test('logout everywhere', async () => {
    const person = await store.register();
    const elsewhere = clientOf(await login(person.email, person.password));
    await person.client.ask('mutation { logout(input: { everywhere: true }) { userErrors { code } } }');
    await keptOutInTime(person.client);
    await keptOutInTime(elsewhere);
  });

  test('a new password, for the other sessions alone', async () => {
    const person = await store.register();
    const elsewhere = clientOf(await login(person.email, person.password));
    const query =
      'mutation($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code } } }';
    const newPassword = 'another shelf of old books';
    await person.client.ask(query, { input: { currentPassword: person.password, newPassword } });
    await keptOutInTime(elsewhere);
    expect(await refusalsByEach(person.client)).toEqual(letIn);
    expect((await login(person.email, person.password)).userErrors[0]?.code).toBe('CREDENTIALS_INVALID');
    expect((await login(person.email, newPassword)).userErrors).toEqual([]);
  });

  test('a new role', async () => {
    const person = await store.register();
    const { client } = await store.administrator();
    const query =
      'mutation($input: SetUserRoleInput!) { setUserRole(input: $input) { user { role } userErrors { code } } }';
    expect(await client.ask(query, { input: { userId: person.id, role: 'ADMIN' } })).toEqual({
      setUserRole: { user: { role: 'ADMIN' }, userErrors: [] },
    });
    await keptOutInTime(person.client);
    const promoted = clientOf(await login(person.email, person.password));
    expect(
      await promoted.errorCodes(
        '{ users(first: 1) { nodes { email } } purchases(first: 1) { nodes { id } } }',
      ),
    ).toEqual([]);
  });

  test('an administrator, for all sessions of a user', async () => {
    const person = await store.register();
    const second = clientOf(await login(person.email, person.password));
    const { client } = await store.administrator();
    const query =
      'mutation($input: RevokeUserSessionsInput!) { revokeUserSessions(input: $input) { user { id } userErrors { code } } }';
    expect(await client.ask(query, { input: { userId: person.id } })).toEqual({
      revokeUserSessions: { user: { id: person.id }, userErrors: [] },
    });
    await keptOutInTime(person.client);
    await keptOutInTime(second);
    expect((await refresh(person.refreshToken)).userErrors[0]?.code).toBe('REFRESH_TOKEN_INVALID');
    expect(await client.errorCodes('{ sessions { id } }')).toEqual([]);
    expect((await login(person.email, person.password)).userErrors).toEqual([]);
  });

  test('a refresh token used twice: a thief and the owner are both out', async () => {
    const person = await store.register();
    const renewed = await refresh(person.refreshToken);
    expect(renewed.userErrors).toEqual([]);
    expect((await refresh(person.refreshToken)).userErrors[0]?.code).toBe('REFRESH_TOKEN_INVALID');
    expect((await refresh(renewed.tokens?.refreshToken ?? '')).userErrors[0]?.code).toBe(
      'REFRESH_TOKEN_INVALID',
    );
    await keptOutInTime(clientOf(renewed));
  });
});

test('a refresh token sent five times at once gives tokens once at the most', async () => {
  const person = await store.register();
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => refresh(person.refreshToken)));
  expect(outcomes.filter(({ tokens }) => tokens !== null)).toHaveLength(1);
});

test('one e-mail address registered ten times at once is one account', async () => {
  const email = `${randomUUID()}@reader.example`;
  const query =
    'mutation($input: RegisterInput!) { register(input: $input) { user { id } userErrors { code } } }';
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      store.nobody().ask<{ register: { user: object | null; userErrors: { code: string }[] } }>(query, {
        input: {
          name: 'Somebody',
          email: index % 2 ? email : email.toUpperCase(),
          password: 'a quiet shelf of books',
        },
      }),
    ),
  );
  const codes = answers.map(({ register }) => (register.user ? 'made' : register.userErrors[0]?.code));
  expect(codes.sort()).toEqual([...Array.from({ length: 9 }, () => 'EMAIL_TAKEN'), 'made']);
});

test('whether an e-mail address has an account is not told at login', async () => {
  const person = await store.register();
  const known = await login(person.email, 'not the right one');
  const unknown = await login(`${randomUUID()}@reader.example`, 'not the right one');
  expect(unknown).toEqual(known);
});

describe('secrets', () => {
  let person: RegisteredPerson;

  beforeAll(async () => {
    person = await store.register('Canary');
    await login(person.email, 'canary-wrong-password');
    const bookId = await publishBook(person.client);
    await purchaseBook(person.client, { bookId });
    await person.client.errorCodes('{ users { nodes { id } } }');
  });

  test('are kept as argon2id hashes (OWASP: 19 MiB, 2 passes) and SHA-256 hashes', async () => {
    const rows = await store.rows<Record<string, unknown>>('auth', 'SELECT * FROM user WHERE id = ?', [
      person.id,
    ]);
    expect(JSON.stringify(rows)).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(JSON.stringify(rows)).not.toContain(person.password);
    const kept = JSON.stringify(await store.rows('auth', 'SELECT * FROM refresh_token'));
    expect(kept.length).toBeGreaterThan(100);
    expect(kept).not.toContain(person.refreshToken);
  });

  test('are in no log', () => {
    const folder = join(places.data, 'test', 'logs');
    const logs = readdirSync(folder)
      .filter(name => name.startsWith('shared-'))
      .map(name => readFileSync(join(folder, name), 'utf8'));
    expect(logs).toHaveLength(5);
    const token = person.client.token ?? '';
    for (const canary of [
      person.email,
      person.password,
      person.refreshToken,
      token,
      'canary-wrong-password',
    ]) {
      expect(logs.filter(log => log.includes(canary))).toEqual([]);
    }
  });
});
