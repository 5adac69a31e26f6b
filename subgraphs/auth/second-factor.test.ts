import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../runtime/database.ts';
import { createLogger } from '../../runtime/logger.ts';
import { codeShown, setUpSecondFactor, wrongCode } from '../../testing/authenticator.ts';
import type { GraphqlClient } from '../../testing/graphql-client.ts';
import { deleteAccount } from '../../testing/leave.ts';
import { administrator, startTestStore, type TestStore } from '../../testing/test-store.ts';
import { type RegisteredPerson, StoreUser, sharedStore } from '../../testing/use-store.ts';
import { whileHeld } from '../../testing/while-held.ts';
import { countOfCodes } from './count-of-codes.ts';
import { entities } from './database.ts';
import { confirmMinutes } from './second-factor.ts';
import { sweep } from './sweep.ts';

let store: StoreUser;

beforeAll(() => {
  store = sharedStore();
});

interface Outcome {
  tokens: { accessToken: string; refreshToken: string } | null;
  userErrors: { code: string; field: string[] | null }[];
}

async function logIn(
  { email, password }: { email: string; password: string },
  oneTimeCode?: string,
  at = store,
): Promise<Outcome> {
  const { login } = await at.nobody().ask<{ login: Outcome }>(
    `mutation($input: LoginInput!) {
      login(input: $input) { tokens { accessToken refreshToken } userErrors { code field } } }`,
    { input: { email, password, ...(oneTimeCode !== undefined && { oneTimeCode }) } },
  );
  return login;
}

async function refreshed({ tokens }: Outcome, at = store): Promise<Outcome> {
  const { refreshTokens } = await at.nobody().ask<{ refreshTokens: Outcome }>(
    `mutation($input: RefreshTokensInput!) {
      refreshTokens(input: $input) { tokens { accessToken refreshToken } userErrors { code field } } }`,
    { input: { refreshToken: tokens?.refreshToken } },
  );
  return refreshTokens;
}

const codesOf = ({ userErrors }: Pick<Outcome, 'userErrors'>) => userErrors.map(({ code }) => code);
const codesAtLogin = async (...[person, code]: Parameters<typeof logIn>) =>
  codesOf(await logIn(person, code));

async function ask(client: GraphqlClient, verb: string, input: object): Promise<string[]> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { ${verb}(input: $input) { userErrors { code field } } }`;
  const answer = await client.ask<Record<string, Outcome>>(query, { input });
  return codesOf(answer[verb] ?? { userErrors: [] });
}

interface State {
  isOn: boolean;
  since: string | null;
  isNeeded: boolean;
}

const stateOf = async (client: GraphqlClient): Promise<State> =>
  (await client.ask<{ me: { secondFactor: State } }>('{ me { secondFactor { isOn since isNeeded } } }')).me
    .secondFactor;

/** Has codes of the present count again, so that no test waits for the next ones. */
const forgetSteps = ({ id }: { id: string }) =>
  store.rows('auth', 'UPDATE second_factor SET last_step = 0 WHERE user_id = ?', [id]);

async function withSecondFactor() {
  const person = await store.register();
  const factor = await setUpSecondFactor(person.client, person.password);
  await forgetSteps(person);
  return { person, ...factor };
}

/** Begins a second factor; answers its secret. */
async function begin({ client, password }: RegisteredPerson): Promise<string> {
  const { beginSecondFactor: begun } = await client.ask<{ beginSecondFactor: { secret: string } }>(
    'mutation($input: BeginSecondFactorInput!) { beginSecondFactor(input: $input) { secret } }',
    { input: { currentPassword: password } },
  );
  return begun.secret;
}

/** Has a second factor have been begun so many minutes earlier. */
const age = ({ id }: { id: string }, minutes: number) =>
  store.rows(
    'auth',
    'UPDATE second_factor SET created_at = created_at - INTERVAL ? MINUTE WHERE user_id = ?',
    [minutes, id],
  );

const isThere = async ({ id }: { id: string }): Promise<boolean> =>
  (await store.rows('auth', 'SELECT 1 FROM second_factor WHERE user_id = ?', [id])).length === 1;

const actionsOf = async ({ id }: RegisteredPerson): Promise<string[]> =>
  (
    await store.rows<{ action: string }>(
      'auth',
      'SELECT action FROM audit_entry WHERE subject_id = ? ORDER BY number',
      [id],
    )
  ).map(({ action }) => action);

describe('setting up', () => {
  test('a second factor is on once a code of it was given', async () => {
    const person = await store.register();
    expect(await stateOf(person.client)).toEqual({ isOn: false, since: null, isNeeded: false });
    const { beginSecondFactor: begun } = await person.client.ask<{
      beginSecondFactor: { secret: string; uri: string };
    }>('mutation($input: BeginSecondFactorInput!) { beginSecondFactor(input: $input) { secret uri } }', {
      input: { currentPassword: person.password },
    });
    expect(begun.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(begun.uri).toBe(
      `otpauth://totp/Bookstore:${encodeURIComponent(person.email)}?secret=${begun.secret}&issuer=Bookstore&algorithm=SHA1&digits=6&period=30`,
    );
    expect(await codesAtLogin(person)).toEqual([]);
    expect(await ask(person.client, 'confirmSecondFactor', { oneTimeCode: wrongCode(begun.secret) })).toEqual(
      ['ONE_TIME_CODE_INVALID'],
    );
    expect(await codesAtLogin(person)).toEqual([]);
    expect(await ask(person.client, 'confirmSecondFactor', { oneTimeCode: codeShown(begun.secret) })).toEqual(
      [],
    );
    expect(await stateOf(person.client)).toMatchObject({ isOn: true, since: expect.any(String) });
    expect(await codesAtLogin(person)).toEqual(['SECOND_FACTOR_REQUIRED']);
  });

  test('one that waits for its first code ends after half an hour, and can be begun anew', async () => {
    const person = await store.register();
    const confirm = (oneTimeCode: string) => ask(person.client, 'confirmSecondFactor', { oneTimeCode });
    const secret = await begin(person);
    await age(person, confirmMinutes - 2);
    expect(await confirm(wrongCode(secret))).toEqual(['ONE_TIME_CODE_INVALID']);
    await age(person, 2);
    expect(await confirm(codeShown(secret))).toEqual(['NOT_FOUND']);
    expect(await codesAtLogin(person)).toEqual([]);
    const another = await begin(person);
    expect(await confirm(codeShown(another))).toEqual([]);
    await age(person, 2 * confirmMinutes);
    expect(await codesAtLogin(person)).toEqual(['SECOND_FACTOR_REQUIRED']);
  });

  test('one that ends while its first code is looked at is not turned on', async () => {
    const person = await store.register();
    const secret = await begin(person);
    const held = { uri: store.description.databases.auth, userId: person.id };
    const refused = await whileHeld(
      held,
      () => ask(person.client, 'confirmSecondFactor', { oneTimeCode: codeShown(secret) }),
      () => age(person, confirmMinutes),
    );
    expect(refused).toEqual(['NOT_FOUND']);
    expect(await stateOf(person.client)).toMatchObject({ isOn: false });
  });

  test('one that has ended is swept; one that still waits, or is on, stays', async () => {
    const [ended, waiting] = [await store.register(), await store.register()];
    const { person: using } = await withSecondFactor();
    for (const person of [ended, waiting]) await begin(person);
    await age(ended, confirmMinutes);
    await age(waiting, confirmMinutes - 5);
    await age(using, 2 * confirmMinutes);
    const database = await openDatabase({
      url: store.description.databases.auth,
      entities,
      settings: {
        DATABASE_POOL_SIZE: 1,
        STATEMENT_TIMEOUT_MS: 30_000,
        POOL_TIMEOUT_MS: 30_000,
        READER_MAX_LAG_SECONDS: 5,
      },
      logger: createLogger('test', 'silent'),
    });
    try {
      await sweep(database.fork());
    } finally {
      await database.close();
    }
    expect(await Promise.all([ended, waiting, using].map(isThere))).toEqual([false, true, true]);
  });

  test('ends the sessions that were opened without it', async () => {
    const person = await store.register();
    const elsewhere = await logIn(person);
    await setUpSecondFactor(person.client, person.password);
    expect((await refreshed(elsewhere)).tokens).toBeNull();
    expect(await stateOf(person.client)).toMatchObject({ isOn: true });
  });

  test('needs the password; one that is on is not replaced', async () => {
    const { person } = await withSecondFactor();
    const other = await store.register();
    expect(await ask(other.client, 'beginSecondFactor', { currentPassword: 'not the right one' })).toEqual([
      'CREDENTIALS_INVALID',
    ]);
    expect(await ask(other.client, 'confirmSecondFactor', { oneTimeCode: '123456' })).toEqual(['NOT_FOUND']);
    expect(await ask(person.client, 'beginSecondFactor', { currentPassword: person.password })).toEqual([
      'SECOND_FACTOR_ON',
    ]);
  });

  test('neither the secret nor recovery codes are in the database as they are', async () => {
    const { person, secret, recoveryCodes } = await withSecondFactor();
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^(?:[A-Z2-7]{6}-){3}[A-Z2-7]{6}$/);
    const kept = JSON.stringify([
      await store.rows('auth', 'SELECT * FROM second_factor WHERE user_id = ?', [person.id]),
      await store.rows('auth', 'SELECT * FROM recovery_code WHERE user_id = ?', [person.id]),
    ]);
    expect(kept.length).toBeGreaterThan(1_000);
    for (const text of [secret, ...recoveryCodes, ...recoveryCodes.map(code => code.replaceAll('-', ''))])
      expect(kept).not.toContain(text);
  });

  test('a secret that was sealed for one user is no good for another', async () => {
    const [one, other] = [await withSecondFactor(), await withSecondFactor()];
    await store.rows(
      'auth',
      `UPDATE second_factor f JOIN second_factor g ON g.user_id = ? SET f.sealed_secret = g.sealed_secret
       WHERE f.user_id = ?`,
      [one.person.id, other.person.id],
    );
    expect(await codesAtLogin(other.person, codeShown(one.secret))).toEqual(['ONE_TIME_CODE_INVALID']);
  });
});

describe('at the login', () => {
  test('the code is asked for after the right password alone', async () => {
    const { person, secret } = await withSecondFactor();
    expect((await logIn(person)).userErrors).toEqual([
      { code: 'SECOND_FACTOR_REQUIRED', field: ['oneTimeCode'] },
    ]);
    const wrong = { ...person, password: 'not the right one' };
    const plain = await logIn({ ...(await store.register()), password: 'not the right one' });
    expect(await logIn(wrong)).toEqual(plain);
    expect(await logIn(wrong, codeShown(secret))).toEqual(plain);
    expect(await codesAtLogin(person, codeShown(secret))).toEqual([]);
  });

  test('each code is accepted once, and those before it no more', async () => {
    const { person, secret } = await withSecondFactor();
    const next = codeShown(secret, 1);
    const present = codeShown(secret);
    const answers = await Promise.all([1, 2, 3].map(() => codesAtLogin(person, next)));
    expect(answers.flat().sort()).toEqual(['ONE_TIME_CODE_INVALID', 'ONE_TIME_CODE_INVALID']);
    expect(await codesAtLogin(person, present)).toEqual(['ONE_TIME_CODE_INVALID']);
  });

  test.each([-3, 3])('a code that is %i steps away is none', async steps => {
    const { person, secret } = await withSecondFactor();
    expect(await codesAtLogin(person, codeShown(secret, steps))).toEqual(['ONE_TIME_CODE_INVALID']);
  });

  test('wrong codes are guesses: the account waits, whatever the password', async () => {
    const { person, secret } = await withSecondFactor();
    for (let count = 0; count < 10; count += 1)
      expect(await codesAtLogin(person, wrongCode(secret))).toEqual(['ONE_TIME_CODE_INVALID']);
    expect(await codesAtLogin(person, codeShown(secret))).toEqual(['TOO_MANY_ATTEMPTS']);
  });

  test('a recovery code opens it once, however it is written, and that is noted', async () => {
    const { person, recoveryCodes } = await withSecondFactor();
    const [first = '', second = ''] = recoveryCodes;
    expect(await codesAtLogin(person, first)).toEqual([]);
    expect(await codesAtLogin(person, first)).toEqual(['ONE_TIME_CODE_INVALID']);
    expect(await codesAtLogin(person, ` ${second.toLowerCase().replaceAll('-', ' ')}`)).toEqual([]);
    expect(await codesAtLogin(await store.register(), first)).toEqual([]);
    const actions = await actionsOf(person);
    expect(actions.filter(action => action === 'RecoveryCodeUsed')).toHaveLength(2);
    expect(actions).toEqual(expect.arrayContaining(['SecondFactorConfirmed', 'oneTimeCode.refused']));
  });

  test('who logs in while it is turned on needs it', async () => {
    const person = await store.register();
    const held = { uri: store.description.databases.auth, userId: person.id };
    const refused = await whileHeld(
      held,
      () => codesAtLogin(person),
      holder =>
        holder.query(
          `INSERT INTO second_factor (user_id, sealed_secret, created_at, confirmed_at)
           VALUES (?, 'sealed', NOW(3), NOW(3))`,
          [person.id],
        ),
    );
    expect(refused).toEqual(['SECOND_FACTOR_REQUIRED']);
  });

  test('a new password leaves it on', async () => {
    const { person } = await withSecondFactor();
    const newPassword = 'another shelf of old books';
    expect(
      await ask(person.client, 'changePassword', { currentPassword: person.password, newPassword }),
    ).toEqual([]);
    expect(await codesAtLogin({ ...person, password: newPassword })).toEqual(['SECOND_FACTOR_REQUIRED']);
  });
});

describe('taking it away', () => {
  test('needs the password and a code', async () => {
    const { person, secret, recoveryCodes } = await withSecondFactor();
    const { client, password: currentPassword } = person;
    const remove = (input: object) => ask(client, 'removeSecondFactor', input);
    expect(await remove({ currentPassword: 'not the right one', oneTimeCode: codeShown(secret) })).toEqual([
      'CREDENTIALS_INVALID',
    ]);
    expect(await remove({ currentPassword, oneTimeCode: wrongCode(secret) })).toEqual([
      'ONE_TIME_CODE_INVALID',
    ]);
    expect(await remove({ currentPassword, oneTimeCode: recoveryCodes[0] })).toEqual([]);
    expect(await remove({ currentPassword, oneTimeCode: recoveryCodes[1] })).toEqual(['NOT_FOUND']);
    expect(await codesAtLogin(person)).toEqual([]);
    expect(await stateOf(client)).toMatchObject({ isOn: false });
    expect(await actionsOf(person)).toContain('SecondFactorRemoved');
    expect(await store.rows('auth', 'SELECT hash FROM recovery_code WHERE user_id = ?', [person.id])).toEqual(
      [],
    );
  });

  test('it goes with the row of its user, which the release before erases without knowing of it', async () => {
    const { person } = await withSecondFactor();
    await store.rows('auth', 'DELETE FROM session WHERE user_id = ?', [person.id]);
    await store.rows('auth', 'DELETE FROM user WHERE id = ?', [person.id]);
    for (const table of ['second_factor', 'recovery_code'])
      expect(await store.rows('auth', `SELECT user_id FROM ${table} WHERE user_id = ?`, [person.id])).toEqual(
        [],
      );
  });

  test('another one, that was begun meanwhile, stays', async () => {
    const { person, recoveryCodes } = await withSecondFactor();
    const { client, password: currentPassword } = person;
    const held = { uri: store.description.databases.auth, userId: person.id };
    const refused = await whileHeld(
      held,
      () => ask(client, 'removeSecondFactor', { currentPassword, oneTimeCode: recoveryCodes[0] }),
      holder =>
        holder.query(
          "UPDATE second_factor SET sealed_secret = 'another', confirmed_at = NULL WHERE user_id = ?",
          [person.id],
        ),
    );
    expect(refused).toEqual(['NOT_FOUND']);
    const begun = 'SELECT user_id FROM second_factor WHERE user_id = ?';
    expect(await store.rows('auth', begun, [person.id])).toHaveLength(1);
  });

  test('whoever leaves takes it along', async () => {
    const { person, secret } = await withSecondFactor();
    await codesAtLogin(person, wrongCode(secret));
    await deleteAccount(person.client, person.password);
    for (const table of ['second_factor', 'recovery_code'])
      expect(await store.rows('auth', `SELECT user_id FROM ${table} WHERE user_id = ?`, [person.id])).toEqual(
        [],
      );
    const counted = 'SELECT failures FROM login_throttle WHERE account = ?';
    expect(await store.rows('auth', counted, [countOfCodes(person.id)])).toEqual([]);
  });
});

describe('where administrators need one', () => {
  let running: TestStore;
  let strict: StoreUser;

  beforeAll(async () => {
    const settings = { ADMINISTRATORS_NEED_SECOND_FACTOR: 'true' };
    running = await startTestStore('second_factor', { settings });
    strict = new StoreUser(running.description);
  });

  afterAll(async () => {
    await running.stop();
  });

  const all = '{ users(first: 1) { nodes { id } } }';
  const clientOf = ({ tokens }: Outcome) => strict.nobody().as(tokens?.accessToken ?? '');

  test('one without it is a customer, until it is set up; and again when it is gone', async () => {
    const session = await logIn(administrator, undefined, strict);
    const before = clientOf(session);
    expect(await before.errorCodes(all)).toEqual(['FORBIDDEN']);
    expect(await stateOf(before)).toEqual({ isOn: false, since: null, isNeeded: true });

    const { recoveryCodes } = await setUpSecondFactor(before, administrator.password);
    const renewed = await refreshed(session, strict);
    expect(await clientOf(renewed).errorCodes(all)).toEqual([]);
    expect(codesOf(await logIn(administrator, undefined, strict))).toEqual(['SECOND_FACTOR_REQUIRED']);
    const anew = clientOf(await logIn(administrator, recoveryCodes[0], strict));
    expect(await anew.errorCodes(all)).toEqual([]);

    const proof = { currentPassword: administrator.password, oneTimeCode: recoveryCodes[1] };
    expect(await ask(anew, 'removeSecondFactor', proof)).toEqual([]);
    expect((await refreshed(renewed, strict)).tokens).toBeNull();
    expect(await clientOf(await logIn(administrator, undefined, strict)).errorCodes(all)).toEqual([
      'FORBIDDEN',
    ]);
  });

  test('customers need none', async () => {
    const person = await strict.register();
    expect(codesOf(await logIn(person, undefined, strict))).toEqual([]);
    expect(await stateOf(person.client)).toMatchObject({ isNeeded: false });
  });
});
