import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ClientElsewhere } from '../../../testing/client-elsewhere.ts';
import { MailServer } from '../../../testing/mail-server.ts';
import { startTestStore, type TestStore } from '../../../testing/test-store.ts';
import { StoreUser } from '../../../testing/use-store.ts';

const password = 'a quiet shelf of old books';
const confirm = /verify-email#token=/;
// More than the tests ask for from where they all are.
const perNetwork = 25;

let mails: MailServer;
let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  mails = await MailServer.start();
  const settings = {
    SMTP_URL: mails.url,
    STORE_URL: 'https://books.example',
    // The default, where there is an SMTP_URL.
    REGISTRATION_BY_MAIL: '',
    GUESSES_PER_NETWORK: String(perNetwork),
  };
  running = await startTestStore('by_mail', { settings });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
  await mails.stop();
});

interface Answer {
  user?: { id: string; emailVerifiedAt: string | null } | null;
  tokens?: object | null;
  userErrors: { code: string }[];
}

async function ask(verb: string, selection: string, input: object, client = store.nobody()): Promise<Answer> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { ${verb}(input: $input) { ${selection} userErrors { code } } }`;
  const answer = await client.ask<Record<string, Answer>>(query, { input });
  return answer[verb] ?? { userErrors: [{ code: 'nothing' }] };
}

const register = (email: string, chosen = password, name = 'Ana', client = store.nobody()) =>
  ask(
    'register',
    'user { id emailVerifiedAt } tokens { accessToken }',
    { name, email, password: chosen },
    client,
  );
const logIn = (email: string, chosen = password) =>
  ask('login', 'user { id emailVerifiedAt } tokens { accessToken }', { email, password: chosen });
const prove = (token: string) => ask('verifyEmail', '', { token });

const tokenIn = (text: string): string => /#token=([\w-]+)/.exec(text)?.[1] ?? '';
const tokenFor = async (email: string) => tokenIn((await mails.mailTo(email, confirm)).text);
const onItsWay = { user: null, tokens: null, userErrors: [] };
const newEmail = () => `${randomUUID()}@reader.example`;

async function untilAllIsSent(): Promise<void> {
  const deadline = Date.now() + 20_000;
  while ((await store.rows('auth', 'SELECT id FROM mail_request')).length > 0) {
    if (Date.now() > deadline) throw new Error('mails are still waiting');
    await delay(50);
  }
}

test('an account is made by the link in a mail, once, and its owner logs in', async () => {
  const email = newEmail();
  expect(await register(email)).toEqual(onItsWay);
  expect((await logIn(email)).userErrors).toEqual([{ code: 'CREDENTIALS_INVALID' }]);
  const token = await tokenFor(email);
  expect(await prove(token)).toEqual({ userErrors: [] });
  expect(await logIn(email)).toMatchObject({
    user: { emailVerifiedAt: expect.any(String) },
    tokens: { accessToken: expect.any(String) },
    userErrors: [],
  });
  expect(await prove(token)).toEqual({ userErrors: [{ code: 'TOKEN_INVALID' }] });
  expect(await store.rows('auth', 'SELECT id FROM registration WHERE email_key = ?', [email])).toEqual([]);
});

test('words of the store’s own host, and of its trade, are no password', async () => {
  const { userErrors } = await register(newEmail(), 'Example-B00ks-2026');
  expect(userErrors).toEqual([{ code: 'PASSWORD_TOO_WEAK' }]);
});

test('who registers an address that has an account is told the same, and its owner is told by a mail', async () => {
  const email = newEmail();
  await register(email);
  await prove(await tokenFor(email));
  expect(await register(email.toUpperCase(), 'the password of somebody else')).toEqual(onItsWay);
  const { text } = await mails.mailTo(email, /has one already/);
  expect(text).not.toMatch(/#token=/);
  expect((await logIn(email, 'the password of somebody else')).userErrors).toEqual([
    { code: 'CREDENTIALS_INVALID' },
  ]);
  expect((await logIn(email)).userErrors).toEqual([]);
});

test('of several who registered one address each has a link; the first one that is opened makes the account', async () => {
  const email = newEmail();
  await register(email, 'the password of the first', 'First');
  const first = await tokenFor(email);
  await register(email, 'the password of the second', 'Second');
  const second = tokenIn((await mails.mailTo(email, /Second/)).text);
  const outcomes = await Promise.all([first, second].map(prove));
  expect(outcomes.map(({ userErrors }) => userErrors.length).sort()).toEqual([0, 1]);
  const isIn = await Promise.all(
    ['the password of the first', 'the password of the second'].map(
      async chosen => (await logIn(email, chosen)).userErrors.length === 0,
    ),
  );
  expect(isIn.filter(Boolean)).toHaveLength(1);
});

test('one address gets five such mails an hour at the most', async () => {
  const email = newEmail();
  for (let i = 0; i < 8; i += 1) {
    expect(await register(email)).toEqual(onItsWay);
    await untilAllIsSent();
  }
  expect(mails.received.filter(({ to }) => to === email)).toHaveLength(5);
});

test('what is malformed is said, whether the address has an account or not', async () => {
  const email = newEmail();
  await register(email);
  await prove(await tokenFor(email));
  for (const address of [email, newEmail()])
    expect((await register(address, 'password')).userErrors).toEqual([{ code: 'PASSWORD_TOO_WEAK' }]);
  expect((await register('nobody')).userErrors).toEqual([{ code: 'EMAIL_INVALID' }]);
});

test('a link that has ended makes nothing, and neither tokens nor passwords lie in the database', async () => {
  const email = newEmail();
  await register(email);
  const token = await tokenFor(email);
  for (const table of ['registration', 'one_time_token', 'mail_request']) {
    const rows = JSON.stringify(await store.rows('auth', `SELECT * FROM ${table}`));
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(password);
  }
  await store.rows('auth', 'UPDATE one_time_token SET expires_at = NOW(3) WHERE email_key = ?', [email]);
  expect((await prove(token)).userErrors).toEqual([{ code: 'TOKEN_INVALID' }]);
  expect((await logIn(email)).userErrors).toEqual([{ code: 'CREDENTIALS_INVALID' }]);
});

test('a network asks for so many such mails alone, for whatever addresses', async () => {
  const elsewhere = new ClientElsewhere(store.nobody().url, '203.0.113.9');
  const answers: Answer[] = [];
  while (answers.length <= perNetwork) answers.push(await register(newEmail(), password, 'Eve', elsewhere));
  expect(answers.slice(0, -1)).toEqual(Array.from({ length: perNetwork }, () => onItsWay));
  expect(answers.at(-1)?.userErrors).toEqual([{ code: 'TOO_MANY_ATTEMPTS' }]);
  expect(await register(newEmail())).toEqual(onItsWay);
});
