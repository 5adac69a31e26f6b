import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { places } from '../../deploy/local/places.ts';
import { wrongCode } from '../../testing/authenticator.ts';
import { ClientElsewhere } from '../../testing/client-elsewhere.ts';
import type { GraphqlClient } from '../../testing/graphql-client.ts';
import { SecondFactors } from '../../testing/second-factors.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';
import { withoutTable } from '../../testing/without-table.ts';

const perNetwork = 20;
const perAccount = 10;
const accountsPerNetwork = 5;
const wrong = 'not the right one';
const password = 'a quiet shelf of old books';

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  const settings = {
    GUESSES_PER_NETWORK: String(perNetwork),
    REGISTRATIONS_PER_NETWORK: String(accountsPerNetwork),
    MAIL_DIR: join(places.data, 'test', 'guessing-mail'),
  };
  running = await startTestStore('guessing', { settings });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

let used = 0;

/** An address that no other test has come from. */
const newAddress = (): string => {
  used += 1;
  return `203.0.${113 + Math.floor(used / 250)}.${1 + (used % 250)}`;
};

const from = (forwardedFor: string, headers?: Record<string, string>): GraphqlClient =>
  new ClientElsewhere(store.nobody().url, forwardedFor, headers);

const newEmail = () => `${randomUUID()}@reader.example`;

async function codesOf(client: GraphqlClient, verb: string, input: object): Promise<string[]> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { ${verb}(input: $input) { userErrors { code } } }`;
  const answer = await client.ask<Record<string, { userErrors: { code: string }[] }>>(query, { input });
  return (answer[verb]?.userErrors ?? []).map(({ code }) => code);
}

const logIn = (client: GraphqlClient, email: string, guess = wrong) =>
  codesOf(client, 'login', { email, password: guess });

async function registered(client: GraphqlClient): Promise<string> {
  const email = newEmail();
  expect(await codesOf(client, 'register', { name: 'Ana', email, password })).toEqual([]);
  return email;
}

const times = async <Result>(count: number, work: (index: number) => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = [];
  for (let index = 0; index < count; index += 1) results.push(await work(index));
  return results;
};

const countOf = (answers: string[][], code: string) => answers.filter(([first]) => first === code).length;

test("a stranger's guesses slow strangers, and not the owner at home; the owner's own count too", async () => {
  const home = from(newAddress());
  const email = await registered(home);
  const guesses = await times(perAccount + 2, () => logIn(from(newAddress()), email));
  expect([countOf(guesses, 'CREDENTIALS_INVALID'), countOf(guesses, 'TOO_MANY_ATTEMPTS')]).toEqual([
    perAccount,
    2,
  ]);
  expect(await logIn(from(newAddress()), email, password)).toEqual(['TOO_MANY_ATTEMPTS']);
  expect(await logIn(home, email, password)).toEqual([]);
  // That the owner is in gives the stranger no new guesses.
  expect(await logIn(from(newAddress()), email)).toEqual(['TOO_MANY_ATTEMPTS']);
  const own = await times(perAccount + 1, () => logIn(home, email));
  expect([countOf(own, 'CREDENTIALS_INVALID'), own.at(-1)]).toEqual([perAccount, ['TOO_MANY_ATTEMPTS']]);
});

test('who signs in from a new place is at home there from then on', async () => {
  const email = await registered(from(newAddress()));
  const place = from(newAddress());
  expect(await logIn(place, email, password)).toEqual([]);
  await times(perAccount, () => logIn(from(newAddress()), email));
  expect(await logIn(from(newAddress()), email, password)).toEqual(['TOO_MANY_ATTEMPTS']);
  expect(await logIn(place, email, password)).toEqual([]);
});

test('nobody waits longer than a quarter of an hour', async () => {
  const email = await registered(from(newAddress()));
  for (let i = 0; i < 30; i += 1) {
    await logIn(from(newAddress()), email);
    await store.rows('auth', 'UPDATE login_throttle SET wait_until = NOW(3) WHERE wait_until IS NOT NULL');
  }
  await logIn(from(newAddress()), email);
  const [longest] = await store.rows<{ seconds: number }>(
    'auth',
    'SELECT MAX(TIMESTAMPDIFF(SECOND, NOW(3), wait_until)) AS seconds FROM login_throttle',
  );
  expect(longest?.seconds).toBeGreaterThan(10 * 60);
  expect(longest?.seconds).toBeLessThanOrEqual(15 * 60);
});

test('an address without an account waits like one with', async () => {
  const email = newEmail();
  const answers = await times(perAccount + 1, () => logIn(from(newAddress()), email));
  expect([countOf(answers, 'CREDENTIALS_INVALID'), answers.at(-1)]).toEqual([
    perAccount,
    ['TOO_MANY_ATTEMPTS'],
  ]);
});

test('each login of a request counts, not the request; and it has so many at the most', async () => {
  const inOne = 10;
  const client = from(newAddress());
  const fields = Array.from(
    { length: inOne },
    (_, index) =>
      `a${index}: login(input: { email: "${newEmail()}", password: "x" }) { userErrors { code } }`,
  );
  const document = `mutation { ${fields.join(' ')} }`;
  const oneMore = `mutation { ${fields.join(' ')} ${fields[0]?.replace('a0', 'b')} }`;
  expect(await client.errorCodes(oneMore)).toEqual(['OPERATION_TOO_LARGE']);
  const codes = async () =>
    Object.values(await client.ask<Record<string, { userErrors: { code: string }[] }>>(document)).map(
      ({ userErrors }) => [userErrors[0]?.code ?? ''],
    );
  expect(countOf(await codes(), 'CREDENTIALS_INVALID')).toBe(inOne);
  await times(perNetwork - inOne - 3, () => logIn(client, newEmail()));
  const last = await codes();
  expect([countOf(last, 'CREDENTIALS_INVALID'), countOf(last, 'TOO_MANY_ATTEMPTS')]).toEqual([3, inOne - 3]);
});

test('operations in a batch are refused together', async () => {
  const operation = {
    query: `mutation { login(input: { email: "${newEmail()}", password: "x" }) { userErrors { code } } }`,
  };
  const response = await fetch(`${store.nobody().url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([operation, operation]),
  });
  expect(response.status).toBe(400);
});

test('a network guesses so often alone, whatever the accounts; the right password costs nothing', async () => {
  const client = from(newAddress());
  const email = await registered(client);
  expect((await times(2 * perNetwork, () => logIn(client, email, password))).flat()).toEqual([]);
  const guesses = await times(perNetwork + 5, () => logIn(client, newEmail()));
  expect(countOf(guesses, 'CREDENTIALS_INVALID')).toBe(perNetwork);
  expect(await logIn(client, email, password)).toEqual(['TOO_MANY_ATTEMPTS']);
  expect(await logIn(from(newAddress()), newEmail())).toEqual(['CREDENTIALS_INVALID']);
});

test('wrong codes of second factors are guesses of a network too, whatever the accounts', async () => {
  const factors = new SecondFactors(store);
  const client = from(newAddress());
  const answers: string[][] = [];
  while (answers.length < perNetwork) {
    const { person, secret } = await factors.withSecondFactor();
    const input = { email: person.email, password: person.password, oneTimeCode: wrongCode(secret) };
    answers.push(...(await times(perAccount, () => codesOf(client, 'login', input))));
  }
  expect(countOf(answers, 'ONE_TIME_CODE_INVALID')).toBe(perNetwork);
  expect(await logIn(client, newEmail())).toEqual(['TOO_MANY_ATTEMPTS']);
  expect(await logIn(from(newAddress()), newEmail())).toEqual(['CREDENTIALS_INVALID']);
});

test('of guesses at the same moment so many are looked at as one after the other', async () => {
  const client = from(newAddress());
  const guesses = await Promise.all(Array.from({ length: 3 * perNetwork }, () => logIn(client, newEmail())));
  expect(countOf(guesses, 'CREDENTIALS_INVALID')).toBe(perNetwork);
});

test('all addresses of a /64 are one network, and those of another are not', async () => {
  const guesses = await times(perNetwork + 3, index => logIn(from(`2001:db8:1:2::${index + 1}`), newEmail()));
  expect(countOf(guesses, 'CREDENTIALS_INVALID')).toBe(perNetwork);
  expect(await logIn(from('2001:db8:1:3::1'), newEmail())).toEqual(['CREDENTIALS_INVALID']);
});

test('whatever a client writes into headers, it comes from where the proxy says', async () => {
  const address = newAddress();
  const guesses = await times(perNetwork + 3, index =>
    logIn(
      from(`198.51.100.${index}, 127.0.0.1, ${address}`, {
        'x-client-network': `198.51.100.${index}`,
        'x-real-ip': `198.51.100.${index}`,
        forwarded: `for=198.51.100.${index}`,
        'true-client-ip': `198.51.100.${index}`,
      }),
      newEmail(),
    ),
  );
  expect(countOf(guesses, 'CREDENTIALS_INVALID')).toBe(perNetwork);
});

test('the count is in the database: another process of auth goes on with it', async () => {
  const client = from(newAddress());
  await times(perNetwork, () => logIn(client, newEmail()));
  await running.process('auth').restart();
  expect(await logIn(client, newEmail())).toEqual(['TOO_MANY_ATTEMPTS']);
  const kept = JSON.stringify(await store.rows('auth', 'SELECT * FROM network_throttle, known_network'));
  expect(kept).not.toMatch(/203\.0|198\.51/);
});

interface Entry {
  action: string;
  facts: string;
}

const entriesOf = (email: string) =>
  store.rows<Entry>(
    'auth',
    `SELECT action, facts FROM audit_entry
     WHERE subject_id = (SELECT id FROM user WHERE email_key = ?) AND action LIKE 'password.%' ORDER BY number`,
    [email],
  );

test('what is counted is noted in the same transaction: what was tried, and what was not looked at', async () => {
  const email = await registered(from(newAddress()));
  await times(perAccount + 1, () => logIn(from(newAddress()), email));
  const entries = (await entriesOf(email)).map(({ action, facts }) => [action, JSON.parse(facts).code]);
  const looked = [
    ['password.tried', undefined],
    ['password.refused', 'CREDENTIALS_INVALID'],
  ];
  expect(entries).toEqual([
    ...Array.from({ length: perAccount }, () => looked).flat(),
    ['password.refused', 'TOO_MANY_ATTEMPTS'],
  ]);
});

test('where it cannot be noted nothing is counted either, and no password is looked at', async () => {
  const email = await registered(from(newAddress()));
  const failures = async () => {
    const rows = await store.rows<{ failures: number }>(
      'auth',
      'SELECT SUM(failures) AS failures FROM login_throttle',
    );
    return Number(rows[0]?.failures);
  };
  const before = await failures();
  const document = `mutation { login(input: { email: "${email}", password: "${password}" }) { user { id } } }`;
  const codes = await withoutTable(running.description.databases.auth, 'audit_entry', () =>
    from(newAddress()).errorCodes(document),
  );
  expect(codes).toEqual(['INTERNAL_SERVER_ERROR']);
  expect(await failures()).toBe(before);
});

test('tokens that are none are noted so often an hour alone: nobody fills the log', async () => {
  const count = async () => {
    const [row] = await store.rows<{ count: number }>(
      'auth',
      "SELECT COUNT(*) AS count FROM audit_entry WHERE action = 'refreshTokens.refused'",
    );
    return Number(row?.count);
  };
  const before = await count();
  const client = from(newAddress());
  const answers = await times(perNetwork + 5, () =>
    codesOf(client, 'refreshTokens', { refreshToken: randomUUID() }),
  );
  expect(new Set(answers.flat())).toEqual(new Set(['REFRESH_TOKEN_INVALID']));
  expect(await count()).toBe(before + perNetwork);
});

test('guesses come back with time', async () => {
  const client = from(newAddress());
  await times(perNetwork, () => logIn(client, newEmail()));
  await store.rows(
    'auth',
    `UPDATE network_throttle SET spent_until = spent_until - INTERVAL ${3600 / perNetwork} SECOND`,
  );
  const answers = await times(2, () => logIn(client, newEmail()));
  expect(answers).toEqual([['CREDENTIALS_INVALID'], ['TOO_MANY_ATTEMPTS']]);
});

test('EMAIL_TAKEN is told so often alone; from then on no address is told to be free either', async () => {
  const taken = await registered(from(newAddress()));
  const client = from(newAddress());
  const register = (email: string) => codesOf(client, 'register', { name: 'Eve', email, password });
  const answers = await times(perNetwork + 1, () => register(taken));
  expect([countOf(answers, 'EMAIL_TAKEN'), answers.at(-1)]).toEqual([perNetwork, ['TOO_MANY_ATTEMPTS']]);
  expect(await register(newEmail())).toEqual(['TOO_MANY_ATTEMPTS']);
});

test('a network makes so many accounts alone, and is not told then which addresses have one', async () => {
  const taken = await registered(from(newAddress()));
  const client = from(newAddress());
  const register = (email: string) => codesOf(client, 'register', { name: 'Eve', email, password });
  // What makes no account does not count.
  expect(await times(2, () => register(taken))).toEqual([['EMAIL_TAKEN'], ['EMAIL_TAKEN']]);
  const answers = await Promise.all(
    Array.from({ length: accountsPerNetwork + 3 }, () => register(newEmail())),
  );
  expect([answers.filter(codes => codes.length === 0).length, countOf(answers, 'TOO_MANY_ATTEMPTS')]).toEqual(
    [accountsPerNetwork, 3],
  );
  for (const email of [taken, newEmail()]) expect(await register(email)).toEqual(['TOO_MANY_ATTEMPTS']);
  expect(await registered(from(newAddress()))).not.toBe(taken);
});

test('who is signed in is told of taken addresses no more often', async () => {
  const taken = await registered(from(newAddress()));
  const address = newAddress();
  const { client } = await store.register();
  const eve = new ClientElsewhere(client.url, address, {}, client.token);
  const answers = await times(perNetwork + 1, () => codesOf(eve, 'updateProfile', { email: taken }));
  expect([countOf(answers, 'EMAIL_TAKEN'), answers.at(-1)]).toEqual([perNetwork, ['TOO_MANY_ATTEMPTS']]);
});

test('mails for forgotten passwords are asked for so often alone, for any addresses', async () => {
  const client = from(newAddress());
  const answers = await times(perNetwork + 1, () =>
    codesOf(client, 'requestPasswordReset', { email: newEmail() }),
  );
  expect(answers.flat()).toEqual(['TOO_MANY_ATTEMPTS']);
});
