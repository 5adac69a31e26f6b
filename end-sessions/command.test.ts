import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runNode } from '../deploy/local/run-node.ts';
import type { GraphqlClient } from '../testing/graphql-client.ts';
import { startTestStore, type TestStore } from '../testing/test-store.ts';
import { type RegisteredPerson, StoreUser } from '../testing/use-store.ts';

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  running = await startTestStore('end_sessions');
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

const run = (...words: string[]) =>
  runNode(['end-sessions/main.ts', ...words], {
    environment: {
      PATH: process.env.PATH,
      // As the service may, and no more.
      DATABASE_URL_AUTH: running.description.serviceDatabases?.auth,
    },
  });

/** The codes that each of the three subgraphs refuses this client for. */
const refusals = async (client: GraphqlClient): Promise<string[]> =>
  (
    await Promise.all([
      client.errorCodes('{ sessions { id } }'),
      client.errorCodes('mutation { removeBook(input: { bookId: "x" }) { userErrors { code } } }'),
      client.errorCodes('mutation { confirmDelivery(input: { purchaseId: "x" }) { userErrors { code } } }'),
    ])
  ).flat();

const refresh = async (refreshToken: string): Promise<string[]> => {
  const query =
    'mutation($input: RefreshTokensInput!) { refreshTokens(input: $input) { userErrors { code } } }';
  const { refreshTokens } = await store
    .nobody()
    .ask<{ refreshTokens: { userErrors: { code: string }[] } }>(query, { input: { refreshToken } });
  return refreshTokens.userErrors.map(({ code }) => code);
};

async function logIn({ email, password }: RegisteredPerson): Promise<GraphqlClient> {
  const query = 'mutation($input: LoginInput!) { login(input: $input) { tokens { accessToken } } }';
  const { login } = await store
    .nobody()
    .ask<{ login: { tokens: { accessToken: string } } }>(query, { input: { email, password } });
  return store.nobody().as(login.tokens.accessToken);
}

test('it asks whether it is meant, and does nothing else', async () => {
  const person = await store.register();
  expect(await run()).toMatchObject({ code: 1, output: expect.stringMatching(/say --everybody/) });
  expect(await run('--help')).toMatchObject({ code: 0, output: expect.stringMatching(/^Ends all sessions/) });
  expect(await refusals(person.client)).toEqual([]);
});

test('everybody is signed out everywhere within five seconds, and logs in anew', async () => {
  const people = [await store.register(), await store.register(), await store.register()];
  for (const { client } of people) expect(await refusals(client)).toEqual([]);
  const { code, output } = await run('--everybody');
  const since = Date.now();
  expect([code, output]).toEqual([0, expect.stringMatching(/^\d+ sessions have ended/m)]);
  for (const { refreshToken } of people)
    expect(await refresh(refreshToken)).toEqual(['REFRESH_TOKEN_INVALID']);
  for (const { client } of people)
    while ((await refusals(client)).length < 3) {
      expect(Date.now() - since).toBeLessThan(5_000);
      await delay(100);
    }
  // A token says when it began by the second.
  await delay(1_100);
  for (const person of people) expect(await refusals(await logIn(person))).toEqual([]);
  const [entry] = await store.rows<{ facts: string }>(
    'auth',
    "SELECT facts FROM audit_entry WHERE action = 'AllSessionsEnded'",
  );
  expect(JSON.parse(entry?.facts ?? '{}').count).toBeGreaterThanOrEqual(people.length);
});

test('events are not taken for ones from before a restore', async () => {
  expect(await store.rows('auth', 'SELECT source FROM incarnation')).toEqual([{ source: 'sessions' }]);
});
