import { expect, test } from '@jest/globals';
import { signIn, signUp } from './sign-in.ts';
import type { Store } from './store-client.ts';
import { StoreError } from './store-errors.ts';

const account = { name: 'Ana', email: 'ana@bookstore.example', password: 'lantern-orchid-42-rain' };

/** A store that knows Ana (`registered`), gives tokens by number, and refuses refresh tokens where `strict`. */
function fakeStore({ registered, strict = false }: { registered: boolean; strict?: boolean }) {
  const asked: string[] = [];
  let given = 0;
  const refusal = (code: string) => ({ user: null, tokens: null, userErrors: [{ code, message: code }] });
  const tokens = () => {
    given += 1;
    return { accessToken: `access-${given}`, refreshToken: `refresh-${given}` };
  };
  const signedIn = () => ({ user: { id: 'u1', name: 'Ana' }, tokens: tokens(), userErrors: [] });
  const answers: Record<string, () => unknown> = {
    register: () => ({ register: registered ? refusal('EMAIL_TAKEN') : signedIn() }),
    login: () => ({ login: signedIn() }),
    refreshTokens: () => ({
      refreshTokens: strict ? refusal('REFRESH_TOKEN_INVALID') : { tokens: tokens(), userErrors: [] },
    }),
  };
  const store: Store = {
    url: 'http://store.example',
    async ask({ document, answer }) {
      const name = /{\s*(\w+)\(/.exec(document)?.[1] ?? '';
      asked.push(name);
      return answer.parse(answers[name]?.());
    },
  };
  return { store, asked };
}

const takesOnly = (valid: string) => async (accessToken: string) => {
  if (accessToken !== valid) throw new StoreError(['UNAUTHENTICATED'], 'Sign in.');
  return accessToken;
};

test('an account is registered, or signed in to where it exists', async () => {
  const fresh = fakeStore({ registered: false });
  expect((await signUp(fresh.store, account)).existed).toBe(false);
  expect(fresh.asked).toEqual(['register']);
  const known = fakeStore({ registered: true });
  expect((await signUp(known.store, account)).existed).toBe(true);
  expect(known.asked).toEqual(['register', 'login']);
});

test('requests that fail together for an old token renew it once, and are made again', async () => {
  const { store, asked } = fakeStore({ registered: true });
  const caller = await signIn(store, account);
  const work = takesOnly('access-2');
  const results = await Promise.all([1, 2, 3].map(() => caller.withToken(work)));
  expect(results).toEqual(['access-2', 'access-2', 'access-2']);
  expect(asked).toEqual(['login', 'refreshTokens']);
});

test('where the refresh token is no good any more, the password is used', async () => {
  const { store, asked } = fakeStore({ registered: true, strict: true });
  const caller = await signIn(store, account);
  expect(await caller.withToken(takesOnly('access-2'))).toBe('access-2');
  expect(asked).toEqual(['login', 'refreshTokens', 'login']);
});

test('other errors are the caller’s', async () => {
  const { store, asked } = fakeStore({ registered: true });
  const caller = await signIn(store, account);
  const failing = caller.withToken(async () => {
    throw new StoreError(['BAD_USER_INPUT'], 'No.');
  });
  await expect(failing).rejects.toThrow('No.');
  expect(asked).toEqual(['login']);
});
