import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { places } from '../deploy/local/places.ts';
import { setUpSecondFactor, writtenSecret } from '../testing/authenticator.ts';
import { Canaries } from '../testing/canaries.ts';
import { type Collector, startCollector } from '../testing/collector.ts';
import type { GraphqlClient } from '../testing/graphql-client.ts';
import { MailServer } from '../testing/mail-server.ts';
import {
  anyProvider,
  confirmDelivery,
  payPurchase,
  publishBook,
  purchaseBook,
  readPurchase,
  shipPurchase,
} from '../testing/operations.ts';
import { SessionBrowser } from '../testing/session-browser.ts';
import { startTestStore, type TestStore } from '../testing/test-store.ts';
import { type Person, StoreUser } from '../testing/use-store.ts';
import { withoutTable } from '../testing/without-table.ts';
import { type ServiceName, serviceNames } from './services.ts';

const canaries = new Canaries();
const person = {
  name: `Ana ${canaries.plant('name')}`,
  email: `${canaries.plant('email')}@canary.example`,
  password: canaries.plant('password'),
};
const address = {
  recipient: canaries.plant('recipient'),
  line1: canaries.plant('line1'),
  line2: canaries.plant('line2'),
  city: canaries.plant('city'),
  region: canaries.plant('region'),
  postalCode: canaries.plant('postal'),
  country: 'CO',
};

/** A line that whoever reads a log would take for one of its own, and a terminal for an order. */
const forged = '\n{"level":"fatal","msg":"forged"}\u001b[2J';

let mails: MailServer;
let collector: Collector;
let running: TestStore;
let store: StoreUser;
/** Answers that must not tell anything: those of what failed. */
const failures: string[] = [];

beforeAll(async () => {
  mails = await MailServer.start();
  collector = await startCollector();
  running = await startTestStore('canaries', {
    metrics: true,
    settings: {
      LOG_LEVEL: 'debug',
      SMTP_URL: mails.url,
      STORE_URL: 'https://books.example',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    },
  });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
  collector.stop();
  await mails.stop();
});

const logOf = (name: ServiceName) =>
  readFileSync(join(places.data, 'test', 'logs', `canaries-${name}-0.log`), 'utf8');

const verb = (name: string, type: string, answer = 'userErrors { code message field }') =>
  `mutation($input: ${type}!) { ${name}(input: $input) { ${answer} } }`;
const tokens = 'user { id } tokens { accessToken refreshToken } userErrors { code message field }';
const register = verb('register', 'RegisterInput', tokens);
const login = verb('login', 'LoginInput', tokens);
const forget = verb('requestPasswordReset', 'RequestPasswordResetInput');
const setAnew = verb('resetPassword', 'ResetPasswordInput');

type Session = { user: { id: string }; tokens: { accessToken: string; refreshToken: string } };

/** Does something that must be refused, and keeps what was answered. */
async function fail(client: GraphqlClient, query: string, input: object): Promise<void> {
  const { data, errors } = await client.send<Record<string, { userErrors: object[] } | null>>(query, {
    input,
  });
  const refused = Object.values(data ?? {}).flatMap(payload => payload?.userErrors ?? []);
  expect(errors.length + refused.length).toBeGreaterThan(0);
  failures.push(JSON.stringify([errors, refused]));
}

/** Signs somebody in by what a verb answers, and has its tokens looked for from then on. */
async function signIn(name: string, query: string, input: object): Promise<Person> {
  const data = await store.nobody().ask<Record<string, Session>>(query, { input });
  const [session] = Object.values(data);
  if (!session) throw new Error('nobody was signed in');
  const { accessToken, refreshToken } = session.tokens;
  canaries.know(`access token ${name}`, accessToken);
  canaries.know(`signature ${name}`, accessToken.split('.')[2] ?? '');
  canaries.know(`refresh token ${name}`, refreshToken);
  return { id: session.user.id, client: store.nobody().as(accessToken) };
}

async function tokenFor(email: string, about: RegExp): Promise<string> {
  const { text } = await mails.mailTo(email, about);
  return canaries.know(`mailed token ${about.source}`, /#token=([\w-]+)/.exec(text)?.[1] ?? '');
}

async function accountStory(): Promise<Person> {
  const { email, password } = person;
  await signIn('of register', register, person);
  await tokenFor(email, /verify-email#token=/);
  const { client } = await signIn('of login', login, { email, password });
  await fail(store.nobody(), login, { email, password: canaries.plant('wrong password') });
  const stranger = `${canaries.plant('stranger')}@canary.example`;
  await fail(store.nobody(), login, { email: stranger, password });
  await fail(store.nobody(), register, person);
  // Not as the schema has it: told to who sent it, and written down nowhere.
  await store.nobody().send(login, { input: { email: [email], password: { password } } });
  await store.nobody().as(canaries.plant('bearer')).send('{ me { id } }');

  const browser = new SessionBrowser(store.nobody().url);
  const { tokens: held } = await browser.login({ email, password });
  canaries.know('access token in a browser', held?.accessToken ?? '');
  canaries.know('cookie', browser.cookie?.split('=')[1] ?? '');
  await browser.refresh();
  canaries.know('next cookie', browser.cookie?.split('=')[1] ?? '');

  const second = canaries.plant('second password');
  await fail(client, verb('changePassword', 'ChangePasswordInput'), {
    currentPassword: canaries.plant('guess'),
    newPassword: second,
  });
  await client.ask(verb('changePassword', 'ChangePasswordInput'), {
    input: { currentPassword: password, newPassword: second },
  });
  const moved = `${canaries.plant('second email')}@canary.example`;
  await client.ask(verb('updateProfile', 'UpdateProfileInput'), {
    input: { email: moved, name: canaries.plant('second name') },
  });

  await store.nobody().ask(forget, { input: { email: moved } });
  const token = await tokenFor(moved, /reset-password#token=/);
  const third = canaries.plant('third password');
  await fail(store.nobody(), setAnew, { token: canaries.plant('made up token'), newPassword: third });
  await store.nobody().ask(setAnew, { input: { token, newPassword: third } });
  const last = await signIn('at last', login, { email: moved, password: third });
  const { secret, recoveryCodes } = await setUpSecondFactor(last.client, third);
  for (const [index, written] of writtenSecret(secret).entries())
    canaries.know(`secret of a second factor ${index}`, written);
  const [first = '', spare = ''] = recoveryCodes;
  canaries.know('recovery code', first);
  canaries.know('another recovery code', spare);
  await fail(store.nobody(), login, { email: moved, password: third });
  const oneTimeCode = canaries.plant('made up code');
  await fail(store.nobody(), login, { email: moved, password: third, oneTimeCode });
  return signIn('by a recovery code', login, { email: moved, password: third, oneTimeCode: first });
}

async function purchaseStory({ client: buyer }: Person): Promise<void> {
  const { client: seller } = await store.register(`Librería ${canaries.plant('seller')}`);
  const bookId = await publishBook(seller, { stock: 5 });
  await buyer.ask('query($query: String) { books(query: $query) { totalCount } }', {
    query: canaries.plant('search'),
  });
  const delivery = { providerId: await anyProvider(buyer), address };
  const { purchase } = await purchaseBook(buyer, { bookId, delivery });
  const purchaseId = purchase?.id ?? '';
  const card = canaries.plantCard('card');
  const declined = await payPurchase(buyer, { purchaseId, paymentToken: `tok_${card}` });
  failures.push(JSON.stringify(declined));
  await payPurchase(buyer, { purchaseId, paymentToken: 'tok_approved' });
  await shipPurchase(seller, { purchaseId, trackingNumber: canaries.plant('tracking') });
  await confirmDelivery(buyer, { purchaseId });
  expect((await readPurchase(buyer, purchaseId))?.status).toBe('DELIVERED');

  const { auth, purchase: database } = running.description.databases;
  const reserve = verb('purchaseBook', 'PurchaseBookInput');
  const pay = verb('payPurchase', 'PayPurchaseInput');
  const other = (await purchaseBook(buyer, { bookId, delivery })).purchase?.id;
  await withoutTable(database, 'delivery', () =>
    fail(buyer, reserve, { bookId, delivery, idempotencyKey: canaries.plant('key of a purchase') }),
  );
  await withoutTable(database, 'payment', () =>
    fail(buyer, pay, {
      purchaseId: other,
      method: 'CREDIT_CARD',
      paymentToken: `tok_${card}`,
      idempotencyKey: canaries.plant('key of a payment'),
    }),
  );
  await withoutTable(auth, 'user', async () => {
    const email = `${canaries.plant('third email')}@canary.example`;
    await fail(store.nobody(), register, { ...person, email });
    await fail(store.nobody(), login, { email: person.email, password: person.password });
  });
  await withoutTable(auth, 'mail_request', () => fail(store.nobody(), forget, { email: person.email }));
}

/** What a mail server says of whom it does not know, and what clients call their operations. */
async function wordsOfOthers(): Promise<void> {
  const email = `${canaries.plant('unknown')}@canary.example`;
  mails.unknown.add(email);
  await signIn('of somebody without mail', register, { ...person, email });
  const deadline = Date.now() + 20_000;
  while (!logOf('auth').includes('the mail was not taken')) {
    if (Date.now() > deadline) throw new Error('the mail was never refused');
    await delay(50);
  }
  await fetch(`${store.nobody().url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': canaries.plant('agent') },
    body: JSON.stringify({ query: 'query A { __typename }', operationName: forged }),
  });
  for (const path of [canaries.plant('path'), `books?q=${canaries.plant('line of an address')}`])
    await (await fetch(`${store.nobody().url}/${path}`, { headers: { accept: 'text/html' } })).text();
}

test('nothing secret or personal gets into errors, metrics, traces or logs', async () => {
  await purchaseStory(await accountStory());
  await wordsOfOthers();
  expect(canaries.size).toBeGreaterThan(35);

  expect(failures.length).toBeGreaterThan(8);
  for (const answer of failures)
    expect({ answer, shows: canaries.in(answer) }).toEqual({ answer, shows: [] });

  for (const name of serviceNames) {
    const port = running.description.metricsPorts?.[0]?.[name];
    const told = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(told).toContain('bookstore_');
    expect({ name, shows: canaries.in(told) }).toEqual({ name, shows: [] });
  }

  // Who stops sends the spans that are left.
  await running.stop();
  expect(collector.spans.length).toBeGreaterThan(100);
  expect(canaries.in(JSON.stringify(collector.spans))).toEqual([]);

  const texts = serviceNames.map(name => [name, logOf(name)] as const);
  for (const [name, text] of texts) expect({ name, shows: canaries.in(text) }).toEqual({ name, shows: [] });
  // What failed was logged all the same.
  expect(texts.map(([, text]) => text).join('')).toContain('an operation failed');
  for (const [, text] of texts) {
    expect(text).not.toContain('\u001b');
    expect(text.split('\n').filter(line => line.startsWith(forged.slice(1, 20)))).toEqual([]);
  }
}, 240_000);
