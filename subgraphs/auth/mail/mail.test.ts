import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codeShown, setUpSecondFactor } from '../../../testing/authenticator.ts';
import { isFull, tellFigure } from '../../../testing/figures.ts';
import type { GraphqlClient } from '../../../testing/graphql-client.ts';
import { MailServer } from '../../../testing/mail-server.ts';
import { median } from '../../../testing/median.ts';
import { startTestStore, type TestStore } from '../../../testing/test-store.ts';
import { StoreUser } from '../../../testing/use-store.ts';

const storeUrl = 'https://books.example';
const newPassword = 'another shelf of old books';
const reset = /reset-password#token=/;
const verify = /verify-email#token=/;
const changed = /password of your account was changed/;

let mails: MailServer;
let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  mails = await MailServer.start();
  running = await startTestStore('mail', { settings: { SMTP_URL: mails.url, STORE_URL: storeUrl } });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
  await mails.stop();
});

async function codesOf(
  verb: string,
  type: string,
  input: object,
  client = store.nobody(),
): Promise<string[]> {
  const query = `mutation($input: ${type}!) { ${verb}(input: $input) { userErrors { code } } }`;
  const answer = await client.ask<Record<string, { userErrors: { code: string }[] }>>(query, { input });
  return (answer[verb]?.userErrors ?? []).map(({ code }) => code);
}

const forget = (email: string) => codesOf('requestPasswordReset', 'RequestPasswordResetInput', { email });
const setAnew = (token: string, password = newPassword) =>
  codesOf('resetPassword', 'ResetPasswordInput', { token, newPassword: password });
const prove = (token: string) => codesOf('verifyEmail', 'VerifyEmailInput', { token });
const login = (email: string, password: string) => codesOf('login', 'LoginInput', { email, password });

async function tokenFor(email: string, about: RegExp): Promise<string> {
  const { text } = await mails.mailTo(email, about);
  const [, token = ''] = /#token=([\w-]+)/.exec(text) ?? [];
  return token;
}

const sql = (statement: string) => store.rows<{ count: number }>('auth', statement);
const waiting = async () => Number((await sql('SELECT COUNT(*) AS count FROM mail_request'))[0]?.count);

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`not in time: ${what}`);
    await delay(50);
  }
}

const verifiedAt = async (client: GraphqlClient) =>
  (await client.ask<{ me: { emailVerifiedAt: string | null } }>('{ me { emailVerifiedAt } }')).me
    .emailVerifiedAt;

test('a forgotten password is set anew by a mail; sessions end, the link is good once, and its owner is told', async () => {
  const person = await store.register();
  expect(await forget(person.email.toUpperCase())).toEqual([]);
  const { text } = await mails.mailTo(person.email, reset);
  expect(text).toContain(`${storeUrl}/reset-password#token=`);
  expect(text).toContain(person.name);
  expect(text).toMatch(/olvidó/);
  const token = await tokenFor(person.email, reset);

  expect(await setAnew(token, 'password')).toEqual(['PASSWORD_TOO_WEAK']);
  expect(await setAnew(token)).toEqual([]);
  expect(await setAnew(token, 'a third shelf of old books')).toEqual(['TOKEN_INVALID']);
  expect(await login(person.email, person.password)).toEqual(['CREDENTIALS_INVALID']);
  expect(await login(person.email, newPassword)).toEqual([]);
  await until('the old session is over', async () =>
    (await person.client.errorCodes('{ sessions { id } }')).includes('UNAUTHENTICATED'),
  );
  await mails.mailTo(person.email, changed);
});

test('who changes the password is told of it', async () => {
  const person = await store.register();
  const input = { currentPassword: person.password, newPassword };
  expect(await codesOf('changePassword', 'ChangePasswordInput', input, person.client)).toEqual([]);
  expect((await mails.mailTo(person.email, changed)).text).toMatch(/La contraseña de su cuenta cambió/);
});

test('of several at the same moment who have the link one alone sets the password', async () => {
  const person = await store.register();
  await forget(person.email);
  const token = await tokenFor(person.email, reset);
  const outcomes = await Promise.all([1, 2, 3, 4].map(i => setAnew(token, `${newPassword} ${i}`)));
  expect(outcomes.flat().sort()).toEqual(['TOKEN_INVALID', 'TOKEN_INVALID', 'TOKEN_INVALID']);
});

test('a link that has ended, that is for something else, or for a former address sets nothing', async () => {
  const person = await store.register();
  const other = await tokenFor(person.email, verify);
  expect(await setAnew(other)).toEqual(['TOKEN_INVALID']);
  await forget(person.email);
  const first = await tokenFor(person.email, reset);
  await sql("UPDATE one_time_token SET expires_at = NOW(3) WHERE purpose = 'RESET_PASSWORD'");
  expect(await setAnew(first)).toEqual(['TOKEN_INVALID']);

  mails.received.length = 0;
  await forget(person.email);
  const second = await tokenFor(person.email, reset);
  const address = `${randomUUID()}@reader.example`;
  expect(await codesOf('updateProfile', 'UpdateProfileInput', { email: address }, person.client)).toEqual([]);
  expect(await setAnew(second)).toEqual(['TOKEN_INVALID']);
  expect(await login(address, person.password)).toEqual([]);
});

test('an address without an account gets the same answer, and no mail', async () => {
  const email = `${randomUUID()}@reader.example`;
  expect(await forget(email)).toEqual([]);
  await until('what was asked for is done', async () => (await waiting()) === 0);
  expect(mails.received.filter(({ to }) => to === email)).toEqual([]);
  expect(await forget('no address')).toEqual(['EMAIL_INVALID']);
});

test('at most five mails an hour help to set one password anew', async () => {
  const person = await store.register();
  for (let i = 0; i < 8; i += 1) {
    await forget(person.email);
    await until('what was asked for is done', async () => (await waiting()) === 0);
  }
  const sent = mails.received.filter(({ to, text }) => to === person.email && reset.test(text));
  expect(sent.length).toBe(5);
});

test('an address is proved by a mail; a new one has to be proved anew, and the old one is told', async () => {
  const person = await store.register();
  expect(await verifiedAt(person.client)).toBeNull();
  const token = await tokenFor(person.email, verify);
  expect(await prove(token)).toEqual([]);
  expect(await verifiedAt(person.client)).not.toBeNull();
  expect(await prove(token)).toEqual(['TOKEN_INVALID']);

  const address = `${randomUUID()}@reader.example`;
  await codesOf('updateProfile', 'UpdateProfileInput', { email: address }, person.client);
  expect(await verifiedAt(person.client)).toBeNull();
  await mails.mailTo(person.email, /another e-mail address from now on/);
  const before = await tokenFor(address, verify);
  mails.received.length = 0;
  await person.client.ask('mutation { requestEmailVerification { userErrors { code } } }');
  const again = await tokenFor(address, verify);
  expect(again).not.toBe(before);
  expect(await prove(again)).toEqual([]);
});

const factorOn = /A second factor was turned on/;
const factorOff = /The second factor of your account was turned off/;
const codeUsed = /A recovery code of your account was used/;

test('its owner is told in both languages of a second factor that comes or goes, and of a recovery code that was used', async () => {
  const person = await store.register();
  const { email, password } = person;
  const { secret, recoveryCodes } = await setUpSecondFactor(person.client, password);
  expect((await mails.mailTo(email, factorOn)).text).toMatch(/Se activó un segundo factor/);

  const next = { email, password, oneTimeCode: codeShown(secret, 1) };
  expect(await codesOf('login', 'LoginInput', next)).toEqual([]);
  await until('what was asked for is done', async () => (await waiting()) === 0);
  expect(mails.received.filter(({ to, text }) => to === email && codeUsed.test(text))).toEqual([]);

  expect(await codesOf('login', 'LoginInput', { ...next, oneTimeCode: recoveryCodes[0] })).toEqual([]);
  expect((await mails.mailTo(email, codeUsed)).text).toMatch(/Se usó un código de recuperación/);

  const proof = { currentPassword: password, oneTimeCode: recoveryCodes[1] };
  expect(await codesOf('removeSecondFactor', 'RemoveSecondFactorInput', proof, person.client)).toEqual([]);
  expect((await mails.mailTo(email, factorOff)).text).toMatch(/basta la contraseña/);

  await setUpSecondFactor(person.client, password);
  const { client } = await store.administrator();
  const lost = { userId: person.id };
  expect(await codesOf('removeUserSecondFactor', 'RemoveUserSecondFactorInput', lost, client)).toEqual([]);
  const { text } = await mails.mailTo(email, /An administrator of the store has turned off/);
  expect(text).toMatch(/Quien administra la librería quitó/);
});

test('who turns a second factor off, and takes another address at once, is told of it at the former one', async () => {
  const person = await store.register();
  const { recoveryCodes } = await setUpSecondFactor(person.client, person.password);
  await mails.mailTo(person.email, factorOn);
  mails.isBusy = true;
  const proof = { currentPassword: person.password, oneTimeCode: recoveryCodes[0] };
  expect(await codesOf('removeSecondFactor', 'RemoveSecondFactorInput', proof, person.client)).toEqual([]);
  const email = `${randomUUID()}@reader.example`;
  expect(await codesOf('updateProfile', 'UpdateProfileInput', { email }, person.client)).toEqual([]);
  const untried = 'SELECT COUNT(*) AS count FROM mail_request WHERE attempts = 0';
  await until('each was tried', async () => Number((await sql(untried))[0]?.count) === 0);
  mails.isBusy = false;
  await sql('UPDATE mail_request SET due_at = NOW(3)');
  await mails.mailTo(person.email, factorOff);
});

test('while the mail server is busy mails wait, and go out later', async () => {
  const person = await store.register();
  await until('what was asked for is done', async () => (await waiting()) === 0);
  mails.isBusy = true;
  await forget(person.email);
  await until('it was tried', async () =>
    Boolean((await sql('SELECT attempts AS count FROM mail_request WHERE attempts > 0'))[0]),
  );
  mails.isBusy = false;
  await sql('UPDATE mail_request SET due_at = NOW(3)');
  expect(await setAnew(await tokenFor(person.email, reset))).toEqual([]);
  expect(await waiting()).toBeLessThanOrEqual(1);
});

test('tokens of mails lie nowhere in the database', async () => {
  const person = await store.register();
  const token = await tokenFor(person.email, verify);
  for (const table of ['one_time_token', 'mail_request'])
    expect(JSON.stringify(await store.rows('auth', `SELECT * FROM ${table}`))).not.toContain(token);
});

test('by the time that it takes nobody can tell whether an address has an account', async () => {
  const times = isFull ? 1_000 : 60;
  const { email } = await store.register();
  const took = { known: [] as number[], unknown: [] as number[] };
  for (let i = 0; i < times; i += 1) {
    for (const kind of ['known', 'unknown'] as const) {
      const since = performance.now();
      await forget(kind === 'known' ? email : `${randomUUID()}@reader.example`);
      took[kind].push(performance.now() - since);
    }
  }
  const [known, unknown] = [median(took.known), median(took.unknown)];
  tellFigure(
    `a password is forgotten: ${known.toFixed(2)} ms for an account, ${unknown.toFixed(2)} ms for none`,
  );
  expect(Math.abs(known - unknown)).toBeLessThan(Math.max(1, 0.2 * unknown));
});
