import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { DirectClient } from '../../testing/direct-client.ts';
import { tellFigure } from '../../testing/figures.ts';
import { nginxTest } from '../../testing/nginx-test.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { type RegisteredPerson, StoreUser } from '../../testing/use-store.ts';

const replicas = 2;
/** The promise of whatever ends a session. */
const mostMilliseconds = 5_000;

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  running = await startTestStore('ended', { replicas });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running?.stop();
});

/** Something that each subgraph asks a valid token for, and that changes nothing. */
const forMembers: Record<SubgraphName, string> = {
  auth: '{ sessions { id } }',
  catalog: 'mutation { removeBook(input: { bookId: "x" }) { userErrors { code } } }',
  purchase: 'mutation { confirmDelivery(input: { purchaseId: "x" }) { userErrors { code } } }',
};

/** Each process of each subgraph, and what it refuses the holder of a token for: nothing where it lets them in. */
async function refusals(token: string): Promise<Record<string, string[]>> {
  const asked = subgraphs.flatMap(subgraph =>
    Array.from({ length: replicas }, async (_, replica) => {
      const client = new DirectClient(running.description, subgraph, token, 'gateway', replica);
      return [`${subgraph} ${replica}`, await client.errorCodes(forMembers[subgraph])] as const;
    }),
  );
  return Object.fromEntries(await Promise.all(asked));
}

const everywhere = (codes: string[]): Record<string, string[]> =>
  Object.fromEntries(
    subgraphs.flatMap(subgraph =>
      Array.from({ length: replicas }, (_, replica) => [`${subgraph} ${replica}`, codes]),
    ),
  );

const signIn = async ({ email, password }: RegisteredPerson): Promise<string> => {
  const query = 'mutation($input: LoginInput!) { login(input: $input) { tokens { accessToken } } }';
  const { login } = await store
    .nobody()
    .ask<{ login: { tokens: { accessToken: string } } }>(query, { input: { email, password } });
  return login.tokens.accessToken;
};

const verb = (name: string, type: string) =>
  `mutation($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;

nginxTest.each<[string, (person: RegisteredPerson) => Promise<unknown>]>([
  [
    'logging out everywhere',
    person => person.client.ask(verb('logout', 'LogoutInput'), { input: { everywhere: true } }),
  ],
  [
    'a new password',
    person =>
      person.client.ask(verb('changePassword', 'ChangePasswordInput'), {
        input: { currentPassword: person.password, newPassword: 'another shelf of old books' },
      }),
  ],
  [
    'a new role',
    async person =>
      (await store.administrator()).client.ask(verb('setUserRole', 'SetUserRoleInput'), {
        input: { userId: person.id, role: 'ADMIN' },
      }),
  ],
  [
    'an administrator',
    async person =>
      (await store.administrator()).client.ask(verb('revokeUserSessions', 'RevokeUserSessionsInput'), {
        input: { userId: person.id },
      }),
  ],
])('%s ends a session within five seconds, in every process of every subgraph', async (_, end) => {
  const person = await store.register();
  const token = await signIn(person);
  expect(await refusals(token)).toEqual(everywhere([]));
  const since = performance.now();
  await end(person);
  let told = await refusals(token);
  let milliseconds = performance.now() - since;
  while (milliseconds < mostMilliseconds && Object.values(told).some(codes => codes.length === 0)) {
    await delay(50);
    told = await refusals(token);
    milliseconds = performance.now() - since;
  }
  expect(told).toEqual(everywhere(['UNAUTHENTICATED']));
  tellFigure(
    `a session is over in ${Object.keys(told).length} processes after ${Math.round(milliseconds)} ms`,
  );
});
