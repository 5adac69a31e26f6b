import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { beginSecondFactor, setUpSecondFactor } from '../../testing/authenticator.ts';
import { refusals, SecondFactors, stateOf } from '../../testing/second-factors.ts';
import { administrator, startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';

// A store where administrators need a second factor.

const all = '{ users(first: 1) { nodes { id } } }';

let running: TestStore;
let store: StoreUser;
let factors: SecondFactors;

beforeAll(async () => {
  const settings = { ADMINISTRATORS_NEED_SECOND_FACTOR: 'true' };
  running = await startTestStore('second_factor', { settings });
  store = new StoreUser(running.description);
  factors = new SecondFactors(store);
});

afterAll(async () => {
  await running.stop();
});

test('an administrator without it is a customer, until it is set up; and again when it is gone', async () => {
  const session = await factors.logIn(administrator);
  const before = factors.clientOf(session);
  expect(await before.errorCodes(all)).toEqual(['FORBIDDEN']);
  expect(await stateOf(before)).toEqual({ isOn: false, since: null, isNeeded: true });

  await beginSecondFactor(before, administrator.password);
  const begun = await factors.refresh(session);
  expect(await factors.clientOf(begun).errorCodes(all)).toEqual(['FORBIDDEN']);

  const { recoveryCodes } = await setUpSecondFactor(before, administrator.password);
  const renewed = await factors.refresh(begun);
  expect(await factors.clientOf(renewed).errorCodes(all)).toEqual([]);
  expect(await factors.codesAtLogin(administrator)).toEqual(['SECOND_FACTOR_REQUIRED']);
  const anew = factors.clientOf(await factors.logIn(administrator, recoveryCodes[0]));
  expect(await anew.errorCodes(all)).toEqual([]);

  const proof = { currentPassword: administrator.password, oneTimeCode: recoveryCodes[1] };
  expect(await refusals(anew, 'removeSecondFactor', proof)).toEqual([]);
  expect((await factors.refresh(renewed)).tokens).toBeNull();
  expect(await factors.clientOf(await factors.logIn(administrator)).errorCodes(all)).toEqual(['FORBIDDEN']);
});

test('customers need none', async () => {
  const person = await store.register();
  expect(await factors.codesAtLogin(person)).toEqual([]);
  expect(await stateOf(person.client)).toMatchObject({ isNeeded: false });
});
