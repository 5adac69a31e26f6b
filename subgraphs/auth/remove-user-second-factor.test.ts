import { beforeAll, expect, test } from '@jest/globals';
import { codeShown, setUpSecondFactor, wrongCode } from '../../testing/authenticator.ts';
import type { GraphqlClient } from '../../testing/graphql-client.ts';
import { type RegisteredPerson, type StoreUser, sharedStore } from '../../testing/use-store.ts';

let store: StoreUser;

beforeAll(() => {
  store = sharedStore();
});

async function refusals(client: GraphqlClient, userId: string): Promise<string[]> {
  const { removeUserSecondFactor: answer } = await client.ask<{
    removeUserSecondFactor: { userErrors: { code: string }[] };
  }>(
    'mutation($input: RemoveUserSecondFactorInput!) { removeUserSecondFactor(input: $input) { userErrors { code } } }',
    { input: { userId } },
  );
  return answer.userErrors.map(({ code }) => code);
}

async function logIn({ email, password }: RegisteredPerson, oneTimeCode?: string): Promise<string[]> {
  const { login } = await store
    .nobody()
    .ask<{ login: { userErrors: { code: string }[] } }>(
      'mutation($input: LoginInput!) { login(input: $input) { userErrors { code } } }',
      { input: { email, password, ...(oneTimeCode !== undefined && { oneTimeCode }) } },
    );
  return login.userErrors.map(({ code }) => code);
}

const rowsOf = (table: 'second_factor' | 'recovery_code', { id }: RegisteredPerson) =>
  store.rows('auth', `SELECT user_id FROM ${table} WHERE user_id = ?`, [id]);

test('an administrator turns off what somebody has lost: the password is enough, sessions end, and who did it is noted', async () => {
  const person = await store.register();
  const { secret } = await setUpSecondFactor(person.client, person.password);
  for (let count = 0; count < 10; count += 1) await logIn(person, wrongCode(secret));
  expect(await logIn(person, codeShown(secret, 1))).toEqual(['TOO_MANY_ATTEMPTS']);

  const { id, client } = await store.administrator();
  expect(await refusals(client, person.id)).toEqual([]);
  expect(await logIn(person)).toEqual([]);
  expect([...(await rowsOf('second_factor', person)), ...(await rowsOf('recovery_code', person))]).toEqual(
    [],
  );
  const query = 'SELECT id FROM session WHERE user_id = ? AND ended_at IS NULL';
  // The one that was opened since.
  expect(await store.rows('auth', query, [person.id])).toHaveLength(1);
  const noted = await store.rows<{ action: string; actor_id: string }>(
    'auth',
    'SELECT action, actor_id FROM audit_entry WHERE subject_id = ? AND actor_id = ? ORDER BY number',
    [person.id, id],
  );
  expect(noted).toEqual([
    { action: 'SecondFactorRemoved', actor_id: id },
    { action: 'SessionsEnded', actor_id: id },
  ]);

  // Nor do the wrong codes of before hold up who sets up another one.
  const session = await store
    .nobody()
    .ask<{ login: { tokens: { accessToken: string } } }>(
      'mutation($input: LoginInput!) { login(input: $input) { tokens { accessToken } } }',
      { input: { email: person.email, password: person.password } },
    );
  const anew = store.nobody().as(session.login.tokens.accessToken);
  expect((await setUpSecondFactor(anew, person.password)).recoveryCodes).toHaveLength(10);
});

test('not that of who has none, nor one that was only begun, and no session ends', async () => {
  const person = await store.register();
  const { client } = await store.administrator();
  expect(await refusals(client, person.id)).toEqual(['NOT_FOUND']);
  await person.client.ask(
    'mutation($input: BeginSecondFactorInput!) { beginSecondFactor(input: $input) { secret } }',
    { input: { currentPassword: person.password } },
  );
  expect(await refusals(client, person.id)).toEqual(['NOT_FOUND']);
  expect(await rowsOf('second_factor', person)).toHaveLength(1);
  expect(await person.client.errorCodes('{ sessions { id } }')).toEqual([]);
});

test('an administrator’s own takes a code, and customers turn off nobody’s', async () => {
  const { id, client } = await store.administrator();
  expect(await refusals(client, id)).toEqual(['OWN_ACCOUNT']);
  const [person, other] = [await store.register(), await store.register()];
  await setUpSecondFactor(person.client, person.password);
  for (const caller of [person, other])
    expect(
      await caller.client.errorCodes(
        `mutation { removeUserSecondFactor(input: { userId: "${person.id}" }) { userErrors { code } } }`,
      ),
    ).toEqual(['FORBIDDEN']);
  expect(await logIn(person)).toEqual(['SECOND_FACTOR_REQUIRED']);
});
