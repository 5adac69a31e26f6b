import { describe, expect, test } from '@jest/globals';
import { codeShown, wrongCode } from '../../testing/authenticator.ts';
import { refusals, SecondFactors } from '../../testing/second-factors.ts';
import { sharedStore } from '../../testing/use-store.ts';
import { whileHeld } from '../../testing/while-held.ts';

const store = sharedStore();
const factors = new SecondFactors(store);

describe('a second factor at the login', () => {
  test('the code is asked for after the right password alone', async () => {
    const { person, secret } = await factors.withSecondFactor();
    expect((await factors.logIn(person)).userErrors).toEqual([
      { code: 'SECOND_FACTOR_REQUIRED', field: ['oneTimeCode'] },
    ]);
    const wrong = { ...person, password: 'not the right one' };
    const plain = await factors.logIn({ ...(await store.register()), password: 'not the right one' });
    expect(await factors.logIn(wrong)).toEqual(plain);
    expect(await factors.logIn(wrong, codeShown(secret))).toEqual(plain);
    expect(await factors.codesAtLogin(person, codeShown(secret))).toEqual([]);
  });

  test('each code is accepted once, and those before it no more', async () => {
    const { person, secret } = await factors.withSecondFactor();
    const next = codeShown(secret, 1);
    const present = codeShown(secret);
    const answers = await Promise.all([1, 2, 3].map(() => factors.codesAtLogin(person, next)));
    expect(answers.flat().sort()).toEqual(['ONE_TIME_CODE_INVALID', 'ONE_TIME_CODE_INVALID']);
    expect(await factors.codesAtLogin(person, present)).toEqual(['ONE_TIME_CODE_INVALID']);
  });

  test.each([-3, 3])('a code that is %i steps away is none', async steps => {
    const { person, secret } = await factors.withSecondFactor();
    expect(await factors.codesAtLogin(person, codeShown(secret, steps))).toEqual(['ONE_TIME_CODE_INVALID']);
  });

  test('wrong codes are guesses: the account waits, whatever the password', async () => {
    const { person, secret } = await factors.withSecondFactor();
    for (let count = 0; count < 10; count += 1)
      expect(await factors.codesAtLogin(person, wrongCode(secret))).toEqual(['ONE_TIME_CODE_INVALID']);
    expect(await factors.codesAtLogin(person, codeShown(secret))).toEqual(['TOO_MANY_ATTEMPTS']);
  });

  test('a recovery code opens it once, however it is written, and that is noted', async () => {
    const { person, recoveryCodes } = await factors.withSecondFactor();
    const [first = '', second = ''] = recoveryCodes;
    expect(await factors.codesAtLogin(person, first)).toEqual([]);
    expect(await factors.codesAtLogin(person, first)).toEqual(['ONE_TIME_CODE_INVALID']);
    expect(await factors.codesAtLogin(person, ` ${second.toLowerCase().replaceAll('-', ' ')}`)).toEqual([]);
    expect(await factors.codesAtLogin(await store.register(), first)).toEqual([]);
    const actions = await factors.actionsOf(person);
    expect(actions.filter(action => action === 'RecoveryCodeUsed')).toHaveLength(2);
    expect(actions).toEqual(expect.arrayContaining(['SecondFactorConfirmed', 'oneTimeCode.refused']));
  });

  test('a recovery code is good for its own account alone', async () => {
    const [one, other] = [await factors.withSecondFactor(), await factors.withSecondFactor()];
    const [code] = one.recoveryCodes;
    expect(await factors.codesAtLogin(other.person, code)).toEqual(['ONE_TIME_CODE_INVALID']);
    expect(await factors.codesAtLogin(one.person, code)).toEqual([]);
  });

  test('who logs in while it is turned on needs it', async () => {
    const person = await store.register();
    const held = { uri: store.description.databases.auth, userId: person.id };
    const refused = await whileHeld(
      held,
      () => factors.codesAtLogin(person),
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
    const { person } = await factors.withSecondFactor();
    const newPassword = 'another shelf of old books';
    expect(
      await refusals(person.client, 'changePassword', { currentPassword: person.password, newPassword }),
    ).toEqual([]);
    expect(await factors.codesAtLogin({ ...person, password: newPassword })).toEqual([
      'SECOND_FACTOR_REQUIRED',
    ]);
  });
});
