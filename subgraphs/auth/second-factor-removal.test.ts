import { describe, expect, test } from '@jest/globals';
import { codeShown, wrongCode } from '../../testing/authenticator.ts';
import { deleteAccount } from '../../testing/leave.ts';
import { refusals, SecondFactors, stateOf } from '../../testing/second-factors.ts';
import { sharedStore } from '../../testing/use-store.ts';
import { whileHeld } from '../../testing/while-held.ts';
import { countOfCodes } from './count-of-codes.ts';

const store = sharedStore();
const factors = new SecondFactors(store);

describe('taking a second factor away', () => {
  test('needs the password and a code', async () => {
    const { person, secret, recoveryCodes } = await factors.withSecondFactor();
    const { client, password: currentPassword } = person;
    const remove = (input: object) => refusals(client, 'removeSecondFactor', input);
    expect(await remove({ currentPassword: 'not the right one', oneTimeCode: codeShown(secret) })).toEqual([
      'CREDENTIALS_INVALID',
    ]);
    expect(await remove({ currentPassword, oneTimeCode: wrongCode(secret) })).toEqual([
      'ONE_TIME_CODE_INVALID',
    ]);
    expect(await remove({ currentPassword, oneTimeCode: recoveryCodes[0] })).toEqual([]);
    expect(await remove({ currentPassword, oneTimeCode: recoveryCodes[1] })).toEqual(['NOT_FOUND']);
    expect(await factors.codesAtLogin(person)).toEqual([]);
    expect(await stateOf(client)).toMatchObject({ isOn: false });
    expect(await factors.actionsOf(person)).toContain('SecondFactorRemoved');
    expect(await factors.rowsOf(person)).toEqual({ factors: 0, recoveryCodes: 0 });
  });

  test('it goes with the row of its user, which the release before erases without knowing of it', async () => {
    const { person } = await factors.withSecondFactor();
    await store.rows('auth', 'DELETE FROM session WHERE user_id = ?', [person.id]);
    await store.rows('auth', 'DELETE FROM user WHERE id = ?', [person.id]);
    expect(await factors.rowsOf(person)).toEqual({ factors: 0, recoveryCodes: 0 });
  });

  test('another one, that was begun meanwhile, stays', async () => {
    const { person, recoveryCodes } = await factors.withSecondFactor();
    const { client, password: currentPassword } = person;
    const held = { uri: store.description.databases.auth, userId: person.id };
    const refused = await whileHeld(
      held,
      () => refusals(client, 'removeSecondFactor', { currentPassword, oneTimeCode: recoveryCodes[0] }),
      holder =>
        holder.query(
          "UPDATE second_factor SET sealed_secret = 'another', confirmed_at = NULL WHERE user_id = ?",
          [person.id],
        ),
    );
    expect(refused).toEqual(['NOT_FOUND']);
    expect(await factors.rowsOf(person)).toMatchObject({ factors: 1 });
  });

  test('whoever leaves takes it along', async () => {
    const { person, secret } = await factors.withSecondFactor();
    await factors.codesAtLogin(person, wrongCode(secret));
    await deleteAccount(person.client, person.password);
    expect(await factors.rowsOf(person)).toEqual({ factors: 0, recoveryCodes: 0 });
    const counted = 'SELECT failures FROM login_throttle WHERE account = ?';
    expect(await store.rows('auth', counted, [countOfCodes(person.id)])).toEqual([]);
  });
});
