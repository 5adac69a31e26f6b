import { expect, test } from '@jest/globals';
import { beginSecondFactor, codeShown, setUpSecondFactor, wrongCode } from '../../testing/authenticator.ts';
import type { GraphqlClient } from '../../testing/graphql-client.ts';
import { refusals, SecondFactors } from '../../testing/second-factors.ts';
import { sharedStore } from '../../testing/use-store.ts';

const store = sharedStore();
const factors = new SecondFactors(store);

const turnOff = (client: GraphqlClient, userId: string) =>
  refusals(client, 'removeUserSecondFactor', { userId });

test('an administrator turns off what somebody has lost: the password is enough, sessions end, and who did it is noted', async () => {
  const person = await store.register();
  const { secret } = await setUpSecondFactor(person.client, person.password);
  for (let count = 0; count < 10; count += 1) await factors.codesAtLogin(person, wrongCode(secret));
  expect(await factors.codesAtLogin(person, codeShown(secret, 1))).toEqual(['TOO_MANY_ATTEMPTS']);

  const { id, client } = await store.administrator();
  expect(await turnOff(client, person.id)).toEqual([]);
  expect(await factors.codesAtLogin(person)).toEqual([]);
  expect(await factors.rowsOf(person)).toEqual({ factors: 0, recoveryCodes: 0 });
  const query = 'SELECT id FROM session WHERE user_id = ? AND ended_at IS NULL';
  // The one that was opened since.
  expect(await store.rows('auth', query, [person.id])).toHaveLength(1);
  const noted = await store.rows<{ action: string; actor_id: string }>(
    'auth',
    'SELECT action, actor_id FROM audit_entry WHERE subject_id = ? AND actor_id = ? ORDER BY number',
    [person.id, id],
  );
  expect(noted).toEqual([
    { action: 'SecondFactorRemoved', actor_id: id },
    { action: 'SessionsEnded', actor_id: id },
  ]);

  // Nor do the wrong codes of before hold up who sets up another one.
  const anew = factors.clientOf(await factors.logIn(person));
  expect((await setUpSecondFactor(anew, person.password)).recoveryCodes).toHaveLength(10);
});

test('not that of who has none, nor one that was only begun, and no session ends', async () => {
  const person = await store.register();
  const { client } = await store.administrator();
  expect(await turnOff(client, person.id)).toEqual(['NOT_FOUND']);
  await beginSecondFactor(person.client, person.password);
  expect(await turnOff(client, person.id)).toEqual(['NOT_FOUND']);
  expect(await factors.rowsOf(person)).toMatchObject({ factors: 1 });
  expect(await person.client.errorCodes('{ sessions { id } }')).toEqual([]);
});

test('an administrator’s own takes a code, and customers turn off nobody’s', async () => {
  const { id, client } = await store.administrator();
  expect(await turnOff(client, id)).toEqual(['OWN_ACCOUNT']);
  const [person, other] = [await store.register(), await store.register()];
  await setUpSecondFactor(person.client, person.password);
  for (const caller of [person, other])
    expect(
      await caller.client.errorCodes(
        `mutation { removeUserSecondFactor(input: { userId: "${person.id}" }) { userErrors { code } } }`,
      ),
    ).toEqual(['FORBIDDEN']);
  expect(await factors.codesAtLogin(person)).toEqual(['SECOND_FACTOR_REQUIRED']);
});
