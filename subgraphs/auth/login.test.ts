import { beforeAll, expect, test } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { type RegisteredPerson, type StoreUser, sharedStore } from '../../testing/use-store.ts';
import { isOutdated } from './password-hash.ts';

let store: StoreUser;

beforeAll(() => {
  store = sharedStore();
});

async function logIn({ email, password }: { email: string; password: string }): Promise<string[]> {
  const { login } = await store
    .nobody()
    .ask<{ login: { userErrors: { code: string }[] } }>(
      'mutation($input: LoginInput!) { login(input: $input) { userErrors { code } } }',
      { input: { email, password } },
    );
  return login.userErrors.map(({ code }) => code);
}

async function hashOf({ id }: RegisteredPerson): Promise<string> {
  const [row] = await store.rows<{ password_hash: string }>(
    'auth',
    'SELECT password_hash FROM user WHERE id = ?',
    [id],
  );
  return row?.password_hash ?? '';
}

/** Somebody whose password was hashed when the parameters were others. */
async function fromBefore(): Promise<RegisteredPerson> {
  const person = await store.register();
  const old = await hash(person.password, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
  await store.rows('auth', 'UPDATE user SET password_hash = ? WHERE id = ?', [old, person.id]);
  expect(isOutdated(await hashOf(person))).toBe(true);
  return person;
}

test('a hash by other parameters is made anew at a login', async () => {
  const person = await fromBefore();
  expect(await logIn({ ...person, password: 'not the right one' })).toEqual(['CREDENTIALS_INVALID']);
  expect(isOutdated(await hashOf(person))).toBe(true);
  expect(await logIn(person)).toEqual([]);
  const anew = await hashOf(person);
  expect(isOutdated(anew)).toBe(false);
  expect(await logIn(person)).toEqual([]);
  expect(await hashOf(person)).toBe(anew);
});

test('whoever logs in twice at that moment is in twice', async () => {
  const person = await fromBefore();
  expect((await Promise.all([logIn(person), logIn(person)])).flat()).toEqual([]);
});
