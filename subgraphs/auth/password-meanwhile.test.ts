import { expect, test } from '@jest/globals';
import { refusals, SecondFactors } from '../../testing/second-factors.ts';
import { type RegisteredPerson, sharedStore } from '../../testing/use-store.ts';
import { whileHeld } from '../../testing/while-held.ts';
import { hashPassword } from './password-hash.ts';

// A password that another request changes after it was looked at, and before the account is locked, proves nothing.

const store = sharedStore();
const factors = new SecondFactors(store);

const accountOf = ({ id }: RegisteredPerson) =>
  store.rows<object>('auth', 'SELECT name, email, password_hash, deleted_at FROM user WHERE id = ?', [id]);

/** For what a verb is refused while the caller's password becomes another one; that is all that may change of the account. */
async function refusedMeanwhile(person: RegisteredPerson, verb: string, input: object): Promise<string[]> {
  const passwordHash = await hashPassword('the password of a moment later');
  const [before] = await accountOf(person);
  const refused = await whileHeld(
    { uri: store.description.databases.auth, userId: person.id },
    () => refusals(person.client, verb, input),
    holder => holder.query('UPDATE user SET password_hash = ? WHERE id = ?', [passwordHash, person.id]),
  );
  expect(await accountOf(person)).toEqual([{ ...before, password_hash: passwordHash }]);
  return refused;
}

test.each<[string, (password: string) => object]>([
  ['changePassword', currentPassword => ({ currentPassword, newPassword: 'another shelf of old books' })],
  ['updateProfile', currentPassword => ({ currentPassword, name: 'Renamed' })],
  ['deleteAccount', password => ({ password })],
  ['beginSecondFactor', currentPassword => ({ currentPassword })],
])('%s is refused', async (verb, inputOf) => {
  const person = await store.register();
  expect(await refusedMeanwhile(person, verb, inputOf(person.password))).toEqual(['CREDENTIALS_INVALID']);
  expect(await factors.rowsOf(person)).toMatchObject({ factors: 0 });
});

test('removeSecondFactor is refused', async () => {
  const { person, recoveryCodes } = await factors.withSecondFactor();
  const input = { currentPassword: person.password, oneTimeCode: recoveryCodes[0] };
  expect(await refusedMeanwhile(person, 'removeSecondFactor', input)).toEqual(['CREDENTIALS_INVALID']);
  expect(await factors.rowsOf(person)).toMatchObject({ factors: 1 });
});
