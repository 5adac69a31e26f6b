import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, expect, test } from '@jest/globals';
import { runNode } from '../deploy/local/run-node.ts';
import { databaseSetting, type SubgraphName, subgraphs } from '../runtime/services.ts';
import {
  cancelPurchase,
  payPurchase,
  publishBook,
  purchaseBook,
  soundDelivery,
} from '../testing/operations.ts';
import { type StoreUser, sharedStore } from '../testing/use-store.ts';

let store: StoreUser;

beforeAll(() => {
  store = sharedStore();
});

interface Entry {
  action: string;
  actor_id: string | null;
  subject_id: string | null;
  facts: string;
  request_id: string | null;
}

/** What the audit log of a subgraph tells of a user, or of what the user did, in its order. */
const entriesOf = (subgraph: SubgraphName, id: string): Promise<Entry[]> =>
  store.rows<Entry>(
    subgraph,
    `SELECT action, actor_id, subject_id, facts, request_id FROM audit_entry
     WHERE actor_id = ? OR subject_id = ? OR facts LIKE ? ORDER BY number`,
    [id, id, `%${id}%`],
  );

const actionsOf = async (subgraph: SubgraphName, id: string): Promise<string[]> =>
  (await entriesOf(subgraph, id)).map(({ action }) => action);

const verify = (...words: string[]) =>
  runNode(['audit/main.ts', 'verify', ...words], {
    environment: {
      PATH: process.env.PATH,
      ...Object.fromEntries(
        subgraphs.map(name => [databaseSetting(name), store.description.databases[name]]),
      ),
    },
  });

test('whoever signs in, fails to, or signs out stands in the log, by id alone', async () => {
  const person = await store.register();
  const attempt = (password: string) =>
    store.nobody().ask('mutation($input: LoginInput!) { login(input: $input) { userErrors { code } } }', {
      input: { email: person.email, password },
    });
  await attempt('not the right one');
  await attempt(person.password);
  await person.client.ask('mutation { logout { userErrors { code } } }');
  expect(await actionsOf('auth', person.id)).toEqual([
    'UserRegistered',
    'SessionOpened',
    'password.tried',
    'password.refused',
    'password.tried',
    'SessionOpened',
    'SessionsEnded',
  ]);
  const told = JSON.stringify(await entriesOf('auth', person.id));
  for (const text of [person.email, person.name, person.password]) expect(told).not.toContain(text);
});

const countOf = async (action: string): Promise<number> => {
  const [row] = await store.rows<{ count: number }>(
    'auth',
    'SELECT COUNT(*) AS count FROM audit_entry WHERE action = ?',
    [action],
  );
  return Number(row?.count);
};

test.each([
  ['refreshTokens', 'RefreshTokensInput', { refreshToken: 'made up' }],
  ['resetPassword', 'ResetPasswordInput', { token: 'made up', newPassword: 'a quiet shelf of old books' }],
  ['verifyEmail', 'VerifyEmailInput', { token: 'made up' }],
])('a token that is none is noted: %s', async (verb, type, input) => {
  const before = await countOf(`${verb}.refused`);
  await store
    .nobody()
    .ask(`mutation($input: ${type}!) { ${verb}(input: $input) { userErrors { code } } }`, { input });
  expect(await countOf(`${verb}.refused`)).toBeGreaterThan(before);
});

test('that an administrator ended the sessions of somebody is noted, by whom', async () => {
  const person = await store.register();
  const { id, client } = await store.administrator();
  await client.ask(
    'mutation($input: RevokeUserSessionsInput!) { revokeUserSessions(input: $input) { userErrors { code } } }',
    { input: { userId: person.id } },
  );
  const ended = (await entriesOf('auth', person.id)).find(({ action }) => action === 'SessionsEnded');
  expect(ended).toMatchObject({ actor_id: id, subject_id: person.id });
});

test('what a caller may not do is noted, with the request', async () => {
  const person = await store.register();
  expect(
    await person.client.errorCodes('{ all: users { nodes { id } } invariantsReport { isSound } }'),
  ).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  const [refused] = (await entriesOf('auth', person.id)).filter(({ action }) => action.endsWith('.refused'));
  expect(refused).toMatchObject({
    action: 'users.refused',
    actor_id: person.id,
    request_id: expect.any(String),
  });
  expect(await actionsOf('purchase', person.id)).toEqual(['invariantsReport.refused']);
});

test('stock and money stand in the log, by whom and how much', async () => {
  const [seller, buyer] = [store.person(), store.person()];
  const bookId = await publishBook(seller.client, { stock: 2 });
  const delivery = await soundDelivery(buyer.client);
  const { purchase } = await purchaseBook(buyer.client, { bookId, delivery });
  const id = purchase?.id ?? '';
  await payPurchase(buyer.client, { purchaseId: id });
  await cancelPurchase(buyer.client, { purchaseId: id });
  const wanted = ['BookPublished', 'StockReserved', 'StockCommitted', 'StockReleased'];
  const isDone = async () => (await actionsOf('catalog', bookId)).length >= wanted.length;
  for (let look = 0; look < 100 && !(await isDone()); look += 1) await delay(100);
  expect(await actionsOf('catalog', bookId)).toEqual(wanted);
  const entries = await entriesOf('purchase', id);
  expect(entries.map(({ action, actor_id }) => [action, actor_id])).toEqual(
    expect.arrayContaining([
      ['PurchasePlaced', buyer.id],
      ['PaymentBegun', buyer.id],
      ['PurchasePaid', buyer.id],
      ['PurchaseCancelled', buyer.id],
    ]),
  );
  const begun = entries.find(({ action }) => action === 'PaymentBegun');
  expect(JSON.parse(begun?.facts ?? '')).toEqual({ purchaseId: id, amount: 6250 });
  const ofPayment = await actionsOf('purchase', begun?.subject_id ?? '');
  expect(ofPayment).toEqual(['PaymentBegun', 'PaymentAuthorized', 'PaymentRefunded']);
});

test('the command says that the log is whole, and where its heads are; a head that is not there breaks it', async () => {
  await delay(2_000);
  const { code, output } = await verify();
  expect([code, output]).toEqual([0, expect.stringMatching(/^auth: whole, \d+ entries/m)]);
  const heads = Array.from(output.matchAll(/Its head: (\S+)/g), ([, head = '']) => head);
  expect(heads).toHaveLength(3);
  expect((await verify(...heads.flatMap(head => ['--head', head]))).code).toBe(0);
  const lost = `auth:999999999:${'a'.repeat(64)}`;
  expect(await verify('--head', lost)).toMatchObject({
    code: 1,
    output: expect.stringMatching(/auth: broken at link \d+: .*999999999 was noted before/),
  });
}, 60_000);

test('what it cannot make sense of it says', async () => {
  expect(await verify('--head', 'auth:1:x')).toMatchObject({
    code: 1,
    output: expect.stringMatching(/--head auth:1:x: it must look like/),
  });
  expect(await verify('everything')).toMatchObject({ code: 1, output: expect.stringMatching(/Say verify/) });
});
