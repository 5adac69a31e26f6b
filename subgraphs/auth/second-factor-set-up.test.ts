import { describe, expect, test } from '@jest/globals';
import { createLogger } from '../../runtime/logger.ts';
import {
  beginSecondFactor,
  codeShown,
  setUpSecondFactor,
  writtenSecret,
  wrongCode,
} from '../../testing/authenticator.ts';
import type { GraphqlClient } from '../../testing/graphql-client.ts';
import { refusals, SecondFactors, stateOf } from '../../testing/second-factors.ts';
import { sharedStore } from '../../testing/use-store.ts';
import { whileHeld } from '../../testing/while-held.ts';
import { openAuthDatabase } from './database.ts';
import { confirmMinutes } from './second-factor.ts';
import { sweep } from './sweep.ts';

const store = sharedStore();
const factors = new SecondFactors(store);

describe('setting up a second factor', () => {
  test('a second factor is on once a code of it was given', async () => {
    const person = await store.register();
    expect(await stateOf(person.client)).toEqual({ isOn: false, since: null, isNeeded: false });
    const confirm = (oneTimeCode: string) => refusals(person.client, 'confirmSecondFactor', { oneTimeCode });
    const begun = await beginSecondFactor(person.client, person.password);
    expect(begun.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(begun.uri).toBe(
      `otpauth://totp/Bookstore:${encodeURIComponent(person.email)}?secret=${begun.secret}&issuer=Bookstore&algorithm=SHA1&digits=6&period=30`,
    );
    expect(await factors.codesAtLogin(person)).toEqual([]);
    expect(await confirm(wrongCode(begun.secret))).toEqual(['ONE_TIME_CODE_INVALID']);
    expect(await factors.codesAtLogin(person)).toEqual([]);
    expect(await confirm(codeShown(begun.secret))).toEqual([]);
    expect(await stateOf(person.client)).toMatchObject({ isOn: true, since: expect.any(String) });
    expect(await factors.codesAtLogin(person)).toEqual(['SECOND_FACTOR_REQUIRED']);
  });

  test('one that waits for its first code ends after half an hour, and can be begun anew', async () => {
    const person = await store.register();
    const confirm = (oneTimeCode: string) => refusals(person.client, 'confirmSecondFactor', { oneTimeCode });
    const { secret } = await beginSecondFactor(person.client, person.password);
    await factors.age(person, confirmMinutes - 2);
    expect(await confirm(wrongCode(secret))).toEqual(['ONE_TIME_CODE_INVALID']);
    await factors.age(person, 2);
    expect(await confirm(codeShown(secret))).toEqual(['NOT_FOUND']);
    expect(await factors.codesAtLogin(person)).toEqual([]);
    const another = await beginSecondFactor(person.client, person.password);
    expect(await confirm(codeShown(another.secret))).toEqual([]);
    await factors.age(person, 2 * confirmMinutes);
    expect(await factors.codesAtLogin(person)).toEqual(['SECOND_FACTOR_REQUIRED']);
  });

  test('one that ends while its first code is looked at is not turned on', async () => {
    const person = await store.register();
    const { secret } = await beginSecondFactor(person.client, person.password);
    const held = { uri: store.description.databases.auth, userId: person.id };
    const refused = await whileHeld(
      held,
      () => refusals(person.client, 'confirmSecondFactor', { oneTimeCode: codeShown(secret) }),
      () => factors.age(person, confirmMinutes),
    );
    expect(refused).toEqual(['NOT_FOUND']);
    expect(await stateOf(person.client)).toMatchObject({ isOn: false });
  });

  test('one that is begun anew while its first code is looked at is not turned on', async () => {
    const person = await store.register();
    const { secret } = await beginSecondFactor(person.client, person.password);
    const held = { uri: store.description.databases.auth, userId: person.id };
    const refused = await whileHeld(
      held,
      () => refusals(person.client, 'confirmSecondFactor', { oneTimeCode: codeShown(secret) }),
      holder =>
        holder.query("UPDATE second_factor SET sealed_secret = 'another' WHERE user_id = ?", [person.id]),
    );
    expect(refused).toEqual(['NOT_FOUND']);
    expect(await stateOf(person.client)).toMatchObject({ isOn: false });
  });

  test('one that has ended is swept; one that still waits, or is on, stays', async () => {
    const [ended, waiting] = [await store.register(), await store.register()];
    const { person: using } = await factors.withSecondFactor();
    for (const { client, password } of [ended, waiting]) await beginSecondFactor(client, password);
    await factors.age(ended, confirmMinutes);
    await factors.age(waiting, confirmMinutes - 5);
    await factors.age(using, 2 * confirmMinutes);
    const settings = {
      DATABASE_URL_AUTH: store.description.databases.auth,
      DATABASE_URL_AUTH_READER: [],
      DATABASE_POOL_SIZE: 1,
      STATEMENT_TIMEOUT_MS: 30_000,
      POOL_TIMEOUT_MS: 30_000,
      READER_MAX_LAG_SECONDS: 5,
    };
    const database = await openAuthDatabase(settings, createLogger('test', 'silent'));
    try {
      await sweep(database.fork());
    } finally {
      await database.close();
    }
    const left = await Promise.all([ended, waiting, using].map(person => factors.rowsOf(person)));
    expect(left.map(rows => rows.factors)).toEqual([0, 1, 1]);
  });

  test('ends the sessions that were opened without it', async () => {
    const person = await store.register();
    const elsewhere = await factors.logIn(person);
    await setUpSecondFactor(person.client, person.password);
    expect((await factors.refresh(elsewhere)).tokens).toBeNull();
    expect(await stateOf(person.client)).toMatchObject({ isOn: true });
  });

  test('needs the password; one that is on is not replaced', async () => {
    const { person } = await factors.withSecondFactor();
    const other = await store.register();
    const begin = (client: GraphqlClient, currentPassword: string) =>
      refusals(client, 'beginSecondFactor', { currentPassword });
    expect(await begin(other.client, 'not the right one')).toEqual(['CREDENTIALS_INVALID']);
    expect(await refusals(other.client, 'confirmSecondFactor', { oneTimeCode: '123456' })).toEqual([
      'NOT_FOUND',
    ]);
    expect(await begin(person.client, person.password)).toEqual(['SECOND_FACTOR_ON']);
  });

  test('neither the secret nor recovery codes are in the database as they are', async () => {
    const { person, secret, recoveryCodes } = await factors.withSecondFactor();
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^(?:[A-Z2-7]{6}-){3}[A-Z2-7]{6}$/);
    const kept = JSON.stringify([
      await store.rows('auth', 'SELECT * FROM second_factor WHERE user_id = ?', [person.id]),
      await store.rows('auth', 'SELECT * FROM recovery_code WHERE user_id = ?', [person.id]),
    ]);
    expect(kept.length).toBeGreaterThan(1_000);
    const plainCodes = recoveryCodes.map(code => code.replaceAll('-', ''));
    for (const text of [...writtenSecret(secret), ...recoveryCodes, ...plainCodes])
      expect(kept).not.toContain(text);
  });

  test('a secret that was sealed for one user is no good for another', async () => {
    const [one, other] = [await factors.withSecondFactor(), await factors.withSecondFactor()];
    await store.rows(
      'auth',
      `UPDATE second_factor f JOIN second_factor g ON g.user_id = ? SET f.sealed_secret = g.sealed_secret
       WHERE f.user_id = ?`,
      [one.person.id, other.person.id],
    );
    expect(await factors.codesAtLogin(other.person, codeShown(one.secret))).toEqual([
      'ONE_TIME_CODE_INVALID',
    ]);
  });
});
