import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newPicture } from '../../covers/picture.ts';
import { projectFolder } from '../../deploy/local/places.ts';
import { eventsAtRest } from '../../testing/events-at-rest.ts';
import { inTurn, tellFigure } from '../../testing/figures.ts';
import { findText } from '../../testing/find-text.ts';
import { violations } from '../../testing/invariants.ts';
import { hurryErasing, leave, untilErased } from '../../testing/leave.ts';
import { MailServer } from '../../testing/mail-server.ts';
import {
  confirmDelivery,
  payPurchase,
  publishBook,
  purchaseBook,
  shipPurchase,
  soundDelivery,
} from '../../testing/operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { ownLimitsOfHangs } from '../../testing/time-limits.ts';
import { untilAnswered } from '../../testing/until-answered.ts';
import { type RegisteredPerson, StoreUser } from '../../testing/use-store.ts';
import { type FailpointMode, Victim } from '../../testing/victim.ts';

// The process that deletes an account, or erases its user, fails at every place where it may.

const loops = ['erase.after-claim', 'erase.after-erase', 'erase.after-conclude'] as const;

const failpoints = [
  ...(['delete-account.before-commit', 'delete-account.after-commit'] as const).map(
    name => [name, 'auth'] as const,
  ),
  ...loops.map(name => [name, 'auth'] as const),
  ...loops.map(name => [name, 'catalog'] as const),
  ...loops.map(name => [name, 'worker'] as const),
  ['erase.before-take-down', 'catalog'],
  ['erase.after-take-down', 'catalog'],
  ['erase.after-remove-picture', 'catalog'],
  ['erase.after-forget-pictures', 'catalog'],
  ['erase.after-forget-book', 'catalog'],
  ['erase.before-call-off', 'worker'],
  ['erase.after-call-off', 'worker'],
  ['erase.after-statement', 'worker'],
] as const;

const modes = ['kill', 'hang', 'error', 'delay', 'duplicate'] as const satisfies readonly FailpointMode[];

const storeUrl = 'https://books.example';
let mails: MailServer;
let running: TestStore;
let store: StoreUser;
let shop: RegisteredPerson;
let bookOfShop: string;
const put = new Map<string, number>();
const left: { name: string; person: RegisteredPerson; canary: string }[] = [];

beforeAll(async () => {
  mails = await MailServer.start();
  running = await startTestStore('deletion_points', {
    settings: { SMTP_URL: mails.url, STORE_URL: storeUrl, ...ownLimitsOfHangs },
  });
  store = new StoreUser(running.description);
  shop = await untilAnswered(() => store.register('A shop'));
  bookOfShop = await untilAnswered(() => publishBook(shop.client, { stock: 1_000 }));
  put.set(bookOfShop, 1_000);
});

afterAll(async () => {
  await running.stop();
  await mails.stop();
});

/** Somebody who sells a book with a picture, has bought one that arrived, and has reserved another one. */
async function settle(): Promise<{ person: RegisteredPerson; canary: string }> {
  const canary = `canary${randomUUID().replaceAll('-', '')}`;
  const person = await store.register(canary);
  const { client } = person;
  const own = await publishBook(client, { description: canary });
  const picture = newPicture();
  await store.rows(
    'catalog',
    'INSERT INTO cover (picture, book_id, content_hash, used_for, changed_at) VALUES (?, ?, SHA2(?, 256), ?, NOW(3))',
    [picture, own, picture, own],
  );
  const { providerId, address } = await soundDelivery(client);
  const delivery = { providerId, address: { ...address, recipient: canary } };
  for (const isKept of [true, false]) {
    const { purchase } = await purchaseBook(client, { bookId: bookOfShop, delivery });
    if (!isKept) continue;
    await payPurchase(client, { purchaseId: purchase?.id });
    await shipPurchase(shop.client, { purchaseId: purchase?.id });
    await confirmDelivery(client, { purchaseId: purchase?.id });
  }
  return { person, canary };
}

/** Each place fails in all ways; in ordinary runs a tenth of these, by turns. */
const cases = inTurn(
  failpoints.flatMap(([failpoint, process], place) =>
    modes.map((_, index) => ({ failpoint, process, mode: modes[(index + place) % modes.length] ?? 'kill' })),
  ),
  2 * modes.length,
);

test('people leave, and the store fails at every place', async () => {
  const victims = {
    auth: new Victim(running.process('auth'), 'deletion-auth'),
    catalog: new Victim(running.process('catalog'), 'deletion-catalog'),
    worker: new Victim(running.process('worker'), 'deletion-worker'),
  };
  for (const victim of Object.values(victims)) await victim.start();
  tellFigure(
    `failpoints of a deletion: ${cases.map(({ failpoint, mode }) => `${failpoint}:${mode}`).join(', ')}`,
  );
  for (const { failpoint, process, mode } of cases) {
    const { person, canary } = await untilAnswered(settle);
    await victims[process].strike(failpoint, mode, async () => {
      // Once it is deleted nobody answers to the token any more.
      await leave(person).catch(() => undefined);
      await hurryErasing(store, person.id);
      await delay(200);
    });
    await untilAnswered(async () => {
      await leave(person).catch(() => undefined);
      const rows = await store.rows('auth', 'SELECT 1 FROM account_deletion WHERE user_id = ?', [person.id]);
      if (rows.length === 0) throw new Error('The account is not deleted yet.');
    });
    left.push({ name: `${process} ${failpoint}:${mode}`, person, canary });
  }
}, 2_400_000);

test('each of them is erased all the same, and nobody else', async () => {
  const found: Record<string, string[]> = {};
  await Promise.all(left.map(({ person }) => untilErased(store, person.id)));
  for (const { name, person, canary } of left)
    found[name] = [...(await findText(store, canary)), ...(await findText(store, person.email))];
  expect(found).toEqual(Object.fromEntries(left.map(({ name }) => [name, []])));
  expect(await untilAnswered(() => shop.client.ask('{ me { name email } }'))).toEqual({
    me: { name: 'A shop', email: shop.email },
  });
}, 900_000);

test('no copy and no money is lost or doubled, and every event was told once', async () => {
  await eventsAtRest(running.description);
  expect(await violations(store, put)).toEqual([]);
});

test('there is no other failpoint', () => {
  const files = globSync(
    ['runtime/erasure/*.ts', 'subgraphs/*/erasure/*.ts', 'subgraphs/auth/delete-account.ts'],
    { cwd: projectFolder },
  );
  const named = files.flatMap(file =>
    Array.from(
      readFileSync(`${projectFolder}${file}`, 'utf8').matchAll(/\b(?:failpoint|step)\(\s*'([^']+)'/g),
      ([, name = '']) => name,
    ),
  );
  expect(new Set(named)).toEqual(new Set(failpoints.map(([name]) => name)));
});
