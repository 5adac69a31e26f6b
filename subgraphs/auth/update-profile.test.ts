import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ClientElsewhere } from '../../testing/client-elsewhere.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { type RegisteredPerson, StoreUser, sharedStore } from '../../testing/use-store.ts';
import { whileHeld } from '../../testing/while-held.ts';

let running: TestStore;
let strict: StoreUser;
let byDefault: StoreUser;

beforeAll(async () => {
  running = await startTestStore('new_email', { settings: { EMAIL_CHANGE_NEEDS_PASSWORD: 'true' } });
  strict = new StoreUser(running.description);
  byDefault = sharedStore();
});

afterAll(async () => {
  await running.stop();
});

const newEmail = () => `${randomUUID()}@reader.example`;
const wrong = 'not the right one';
const wrongPassword = { code: 'CREDENTIALS_INVALID', field: ['currentPassword'] };

interface Answer {
  user: { name: string; email: string } | null;
  userErrors: { code: string; field: string[] | null }[];
}

async function update({ client }: RegisteredPerson, input: object): Promise<Answer> {
  const { updateProfile } = await client.ask<{ updateProfile: Answer }>(
    `mutation($input: UpdateProfileInput!) {
      updateProfile(input: $input) { user { name email } userErrors { code field } } }`,
    { input },
  );
  return updateProfile;
}

test('a new e-mail address is had by the password alone', async () => {
  const person = await strict.register();
  const email = newEmail();
  const { password: currentPassword } = person;
  expect(await update(person, { email })).toEqual({ user: null, userErrors: [wrongPassword] });
  expect(await update(person, { email, currentPassword: wrong })).toEqual({
    user: null,
    userErrors: [wrongPassword],
  });
  expect(await update(person, { email, currentPassword })).toMatchObject({ user: { email }, userErrors: [] });
});

test('without a password nothing is told of other accounts', async () => {
  const [person, other] = [await strict.register(), await strict.register()];
  expect((await update(person, { email: other.email })).userErrors).toEqual([wrongPassword]);
});

test('the name, and the address that one has, in whatever case, need none', async () => {
  const person = await strict.register();
  const email = ` ${person.email.toUpperCase()}`;
  expect(await update(person, { name: 'Renamed', email })).toMatchObject({
    user: { name: 'Renamed' },
    userErrors: [],
  });
});

test('the address that one had a moment ago needs it: nobody takes the change back without the password', async () => {
  const person = await strict.register();
  const email = newEmail();
  const refused = await whileHeld(
    { uri: strict.description.databases.auth, userId: person.id },
    () => update(person, { email: person.email }),
    holder =>
      holder.query('UPDATE user SET email = ?, email_key = ? WHERE id = ?', [email, email, person.id]),
  );
  expect(refused.userErrors).toEqual([wrongPassword]);
  expect(await update(person, { name: 'Renamed' })).toMatchObject({ user: { email } });
});

test('by default an address is changed without a password; one that is given has to be right', async () => {
  const person = await byDefault.register();
  const email = newEmail();
  expect((await update(person, { email, currentPassword: wrong })).userErrors).toEqual([wrongPassword]);
  expect((await update(person, { name: 'Renamed', currentPassword: wrong })).userErrors).toEqual([
    wrongPassword,
  ]);
  expect(await update(person, { email })).toMatchObject({ user: { email }, userErrors: [] });
});

test('another address does not have the guesses of strangers begin anew', async () => {
  const person = await byDefault.register();
  const { url, token } = person.client;
  const stranger = { ...person, client: new ClientElsewhere(url, '198.51.100.9', {}, token) };
  const guess = async () => (await update(stranger, { currentPassword: wrong })).userErrors[0]?.code;
  for (let count = 0; count < 10; count += 1) expect(await guess()).toBe('CREDENTIALS_INVALID');
  expect((await update(stranger, { email: newEmail() })).userErrors).toEqual([]);
  expect(await guess()).toBe('TOO_MANY_ATTEMPTS');
});

test('a wrong one is a guess, which counts with those at the login', async () => {
  const person = await byDefault.register();
  const guess = async () => (await update(person, { currentPassword: wrong })).userErrors[0]?.code;
  for (let count = 0; count < 10; count += 1) expect(await guess()).toBe('CREDENTIALS_INVALID');
  expect(await guess()).toBe('TOO_MANY_ATTEMPTS');
  const { login } = await byDefault
    .nobody()
    .ask<{ login: { userErrors: { code: string }[] } }>(
      'mutation($input: LoginInput!) { login(input: $input) { userErrors { code } } }',
      { input: { email: person.email, password: person.password } },
    );
  expect(login.userErrors.map(({ code }) => code)).toEqual(['TOO_MANY_ATTEMPTS']);
});
