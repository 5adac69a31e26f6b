import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { places } from '../../deploy/local/places.ts';
import { eventsAtRest } from '../../testing/events-at-rest.ts';
import { findText } from '../../testing/find-text.ts';
import { violations } from '../../testing/invariants.ts';
import { deleteAccount, leave, untilErased } from '../../testing/leave.ts';
import { type Leaver, mark, settleLeaver } from '../../testing/leaver.ts';
import { MailServer } from '../../testing/mail-server.ts';
import { confirmDelivery, readPurchase } from '../../testing/operations.ts';
import { tellCatalog } from '../../testing/tell-catalog.ts';
import { administrator, startTestStore, type TestStore } from '../../testing/test-store.ts';
import { until } from '../../testing/until.ts';
import { type Person, type RegisteredPerson, StoreUser } from '../../testing/use-store.ts';

// Somebody who has bought and sold in every way leaves the store.

let mails: MailServer;
let running: TestStore;
let store: StoreUser;
let settled: Leaver;
let leaver: RegisteredPerson;

const coverFilesLeft = (): string[] =>
  settled.coverFiles.filter(file => existsSync(join(places.data, 'test', 'files', file)));

beforeAll(async () => {
  mails = await MailServer.start();
  running = await startTestStore('deletion', {
    settings: { SMTP_URL: mails.url, STORE_URL: 'https://books.example' },
  });
  store = new StoreUser(running.description);
  settled = await settleLeaver(store);
  leaver = settled.person;
  await eventsAtRest(running.description);
}, 300_000);

afterAll(async () => {
  await running.stop();
  await mails.stop();
});

test('while purchases cannot be reached nobody is deleted', async () => {
  const person = await store.register();
  await running.process('purchase').stop();
  const query =
    'mutation($input: DeleteAccountInput!) { deleteAccount(input: $input) { userErrors { code } } }';
  const input = { password: person.password };
  expect(await person.client.errorCodes(query, { input })).toEqual(['SERVICE_UNAVAILABLE']);
  running.process('purchase').start();
  await running.process('purchase').ready();
  expect(await person.client.ask('{ me { id } }')).toEqual({ me: { id: person.id } });
}, 120_000);

test('before, each canary is found where the leaver put it', async () => {
  for (const canary of [...Object.values(settled.canaries), leaver.email])
    expect([canary, await findText(store, canary)]).toEqual([
      canary,
      expect.arrayContaining([expect.any(String)]),
    ]);
  expect(coverFilesLeft().length).toBeGreaterThan(0);
});

test('whoever leaves is signed out everywhere within seconds, cannot log in, and is told by a mail', async () => {
  expect(await deleteAccount(leaver.client, leaver.password)).toEqual({
    deletedUserId: leaver.id,
    userErrors: [],
  });
  const { client, email, password } = leaver;
  const ofEach = [
    '{ me { id } }',
    '{ catalogPersonalRecords { nodes { kind } } }',
    '{ purchase(id: "x") { id } }',
  ];
  for (const query of ofEach)
    await until(query, async () => (await client.errorCodes(query)).includes('UNAUTHENTICATED'));
  const refusal = async (verb: string, type: string, input: object) => {
    const query = `mutation($input: ${type}!) { ${verb}(input: $input) { userErrors { code } } }`;
    const data = await store
      .nobody()
      .ask<Record<string, { userErrors: { code: string }[] }>>(query, { input });
    return data[verb]?.userErrors.map(({ code }) => code);
  };
  expect(await refusal('login', 'LoginInput', { email, password })).toEqual(['CREDENTIALS_INVALID']);
  // Nor by what stands in the place of the address.
  expect(await refusal('login', 'LoginInput', { email: leaver.id, password })).toEqual([
    'CREDENTIALS_INVALID',
  ]);
  expect(await refusal('refreshTokens', 'RefreshTokensInput', { refreshToken: leaver.refreshToken })).toEqual(
    ['REFRESH_TOKEN_INVALID'],
  );
  await mails.mailTo(email, /was deleted/);
});

test('others see null where the leaver was named, and their own purchases as they were', async () => {
  const { seller, buyer, books, bought, sold } = settled;
  const query = `query($user: ID!, $book: ID!, $purchase: ID!) {
    user(id: $user) { id } book(id: $book) { id }
    purchase(id: $purchase) { status total { amount } buyer { name } seller { name } lines { title }
      delivery { address { recipient line1 line2 city region country } trackingNumber } history { note } } }`;
  const see = ({ client }: Person, purchase = '') =>
    client.ask<{ book: object | null; purchase: object }>(query, {
      user: leaver.id,
      book: books.own,
      purchase,
    });
  await until('the books are gone', async () => (await see(buyer, sold.delivered)).book === null);
  expect(await see(buyer, sold.delivered)).toMatchObject({
    user: null,
    purchase: {
      status: 'DELIVERED',
      total: { amount: '62.50' },
      seller: null,
      lines: [{ title: 'La vorágine' }],
    },
  });
  await until('the address is gone', async () =>
    JSON.stringify(await see(seller, bought.delivered)).includes('"recipient":""'),
  );
  expect(await see(seller, bought.delivered)).toMatchObject({
    purchase: {
      status: 'DELIVERED',
      total: { amount: '62.50' },
      buyer: null,
      delivery: {
        address: { recipient: '', line1: '', line2: null, city: '', region: null, country: 'CO' },
        trackingNumber: null,
      },
    },
  });
});

test('what was open is called off, on both sides; what is on its way arrives, and nobody is notified who has left', async () => {
  const { seller, buyer, bought, sold } = settled;
  const statusOf = async ({ client }: Person, id = '') => (await readPurchase(client, id))?.status;
  for (const id of [bought.awaiting, bought.declined])
    await until('it is called off', async () => (await statusOf(seller, id)) === 'CANCELLED');
  await until('it is called off', async () => (await statusOf(buyer, sold.awaiting)) === 'CANCELLED');
  const { purchase } = await confirmDelivery(buyer.client, { purchaseId: sold.shipped });
  expect(purchase?.status).toBe('DELIVERED');
  await eventsAtRest(running.description);
  expect(await store.rows('auth', 'SELECT reason FROM notification WHERE user_id = ?', [leaver.id])).toEqual(
    [],
  );
});

test('the address can have an account again, which is another one', async () => {
  const input = { name: 'Another', email: leaver.email, password: leaver.password };
  const query =
    'mutation($input: RegisterInput!) { register(input: $input) { user { id } userErrors { code } } }';
  const { register } = await store
    .nobody()
    .ask<{ register: { user: { id: string }; userErrors: object[] } }>(query, { input });
  expect(register.userErrors).toEqual([]);
  expect(register.user.id).not.toBe(leaver.id);
  // So that the address is nobody's again when all is searched for it.
  const mail = 'SELECT 1 FROM mail_request WHERE email_key = ?';
  await until('the mail is sent', async () => (await store.rows('auth', mail, [leaver.email])).length === 0);
  for (const table of ['one_time_token', 'session'])
    await store.rows('auth', `DELETE FROM ${table} WHERE user_id = ?`, [register.user.id]);
  await store.rows('auth', 'DELETE FROM `user` WHERE id = ?', [register.user.id]);
});

test('in the end nothing of it stands in any column of the three databases, and no file is left', async () => {
  await untilErased(store, leaver.id);
  await until(
    'mails are sent',
    async () => (await store.rows('auth', 'SELECT 1 FROM mail_request')).length === 0,
  );
  const { token, ...own } = settled.canaries;
  for (const canary of [...Object.values(own), leaver.email])
    expect([canary, await findText(store, canary)]).toEqual([canary, []]);
  // The payment provider stands for a company of its own.
  expect(await findText(store, token)).toEqual(['purchase: simulated_charge.token']);
  expect(coverFilesLeft()).toEqual([]);
  for (const [table, column] of [
    ['user', 'id'],
    ['session', 'user_id'],
    ['notification', 'user_id'],
    ['one_time_token', 'user_id'],
  ] as const)
    expect(await store.rows('auth', `SELECT 1 FROM \`${table}\` WHERE ${column} = ?`, [leaver.id])).toEqual(
      [],
    );
  expect(await store.rows('catalog', 'SELECT id FROM book WHERE seller_id = ?', [leaver.id])).toEqual([
    { id: settled.books.own },
  ]);
}, 180_000);

test('no copy and no money is lost, and every event was told', async () => {
  await eventsAtRest(running.description);
  const put = new Map([
    [settled.books.others, 20],
    [settled.books.own, 10],
  ]);
  expect(await violations(store, put)).toEqual([]);
});

test('the only administrator stays; of two who go at once, one does', async () => {
  const first = await store.administrator();
  const codes = ({ client }: Person) =>
    deleteAccount(client, administrator.password).then(({ userErrors }) =>
      userErrors.map(({ code }) => code),
    );
  expect(await codes(first)).toEqual(['LAST_ADMINISTRATOR']);

  const second = await store.register();
  const promote =
    'mutation($input: SetUserRoleInput!) { setUserRole(input: $input) { userErrors { code } } }';
  await first.client.ask(promote, { input: { userId: second.id, role: 'ADMIN' } });
  const login = 'mutation($input: LoginInput!) { login(input: $input) { tokens { accessToken } } }';
  const { email, password } = second;
  const { login: again } = await store
    .nobody()
    .ask<{ login: { tokens: { accessToken: string } } }>(login, { input: { email, password } });
  const client = store.nobody().as(again.tokens.accessToken);
  const outcomes = await Promise.all([codes(first), leave({ ...second, client })]);
  expect(outcomes.map(each => each.join()).sort()).toEqual(['', 'LAST_ADMINISTRATOR']);
}, 60_000);

test('in whatever order events come, and however often, no name comes back', async () => {
  const tell = async (stream: string, type: string, sequence: number, subject: string, body: object) => {
    const told = { source: 'auth', stream, type, version: 1, subject, sequence };
    const event = { id: randomUUID(), ...told, occurredAt: new Date().toISOString(), body };
    for (let time = 0; time < 2; time += 1)
      expect(await tellCatalog(running.description, 'auth', event)).toBe(204);
  };
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  const name = mark('Late');
  const users = await Promise.all(
    orders.map(async places => {
      const userId = randomUUID();
      const steps = [
        () => tell('user', 'UserRegistered', 1, userId, { userId, name, role: 'CUSTOMER' }),
        () => tell('user', 'UserUpdated', 2, userId, { userId, name: `${name} anew`, role: 'CUSTOMER' }),
        () => tell('account', 'AccountDeleted', 1, userId, { userId }),
      ];
      for (const place of places) {
        await steps[place]?.();
        // As long as it takes until what is there is erased.
        await delay(3_000);
      }
      return userId;
    }),
  );
  const count = async (statement: string) => (await store.rows('catalog', statement, [...users])).length;
  const those = users.map(() => '?').join(', ');
  await until(
    'all are applied',
    async () =>
      (await count(
        `SELECT 1 FROM inbox_event WHERE subject IN (${those}) AND applied_at IS NOT NULL AND applications = 1`,
      )) === 18,
  );
  await until('no name is kept', async () => (await findText(store, name)).length === 0);
  expect(await count(`SELECT 1 FROM seller WHERE user_id IN (${those})`)).toBe(0);
}, 60_000);
