import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { backUp, copyLogs } from '../backup/back-up.ts';
import { compare } from '../chaos/record/compare.ts';
import { readState } from '../chaos/record/read-state.ts';
import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { places } from '../deploy/local/places.ts';
import { checkInvariants } from '../invariants/check-invariants.ts';
import { subgraphs } from '../runtime/services.ts';
import { eventsAtRest } from '../testing/events-at-rest.ts';
import { changeUrls, LoggingServer } from '../testing/logging-server.ts';
import { payPurchase, publishBook, purchaseBook, soundDelivery } from '../testing/operations.ts';
import { Shoppers } from '../testing/shoppers.ts';
import { startTestStore, type TestStore } from '../testing/test-store.ts';
import { type RegisteredPerson, StoreUser } from '../testing/use-store.ts';
import { finishRestore, restoreDatabases } from './restore-store.ts';
import { Steps } from './steps.ts';

// A store under load is backed up, loses a table of purchase's, and is restored to the second before.

const archive = join(places.data, 'test', 'backups-of-a-store');
const people = 5;
const purchasesOnEachSide = 25;
const patienceMilliseconds = 60_000;

const servers = new Map<string, LoggingServer>();
let before: TestStore;
let shoppers: Shoppers;
let ana: RegisteredPerson;
let sources: DatabaseUrls;
let restored: DatabaseUrls;
let after: TestStore;
/** The point in time, in milliseconds since 1970. */
let point: number;

async function untilBought(purchases: number): Promise<void> {
  const enough = shoppers.diaries.length + purchases;
  const deadline = Date.now() + patienceMilliseconds;
  while (shoppers.diaries.length < enough && Date.now() < deadline) await delay(20);
}

async function disaster(): Promise<void> {
  point = (Math.floor(Date.now() / 1000) + 1) * 1000;
  await delay(point - Date.now());
  await untilBought(purchasesOnEachSide);
  await servers.get('purchase')?.server.run('DROP TABLE src_purchase.delivery');
  await untilBought(5);
}

beforeAll(async () => {
  rmSync(archive, { recursive: true, force: true });
  for (const name of [...subgraphs, 'fresh']) servers.set(name, await LoggingServer.start(`store-${name}`));
  const urls: DatabaseUrls = { auth: '', catalog: '', purchase: '' };
  for (const name of subgraphs) urls[name] = (await servers.get(name)?.databases('src'))?.[name] ?? '';
  before = await startTestStore('before', { databases: urls });
  sources = await changeUrls(urls, async (url, name) => (await servers.get(name)?.forBackups(url)) ?? '');

  const store = new StoreUser(before.description);
  ana = await store.register('Ana');
  shoppers = await Shoppers.start(store, people);
  await untilBought(purchasesOnEachSide);
  await backUp(archive, sources, () => {});
  await untilBought(purchasesOnEachSide);
  await disaster();
  await shoppers.stop();
  await copyLogs(archive, sources, () => {});
  await before.stop();
}, 600_000);

afterAll(async () => {
  await after?.stop();
  for (const server of servers.values()) await server.stop();
});

test('it is restored to just before the disaster, into fresh servers: the oracle finds nothing', async () => {
  const fresh = servers.get('fresh');
  if (!fresh) throw new Error('There is no fresh server.');
  restored = await fresh.databases('dst');
  const databases = await changeUrls(restored, url => fresh.forRestores(url));
  const lines: string[] = [];
  const steps = new Steps(line => lines.push(line));
  const settings = { archive, databases, recoverySeconds: 1 };
  const to = new Date(point).toISOString().replace('.000', '');
  await restoreDatabases(settings, { to, only: subgraphs, overwrite: false }, steps);
  const { violations } = await finishRestore(settings, subgraphs, steps);
  expect(violations).toEqual([]);
  expect(lines.join('\n')).toMatch(
    /filling .*\n {2}[\d.]+ s: [\d,]+ rows\n.*\n {2}[\d.]+ s: [\d,]+ transactions/,
  );
}, 300_000);

test('the store works on it: who is restored logs in again, no token from before holds', async () => {
  const { signingKey } = before.description;
  after = await startTestStore('after', { databases: restored, settings: { AUTH_SIGNING_KEY: signingKey } });
  const store = new StoreUser({ ...after.description, signingKey });
  const nobody = store.nobody();
  const login = 'mutation($input: LoginInput!) { login(input: $input) { user { id } userErrors { code } } }';
  const input = { email: ana.email, password: ana.password };
  expect(await nobody.ask(login, { input })).toMatchObject({ login: { user: { id: ana.id } } });
  const refresh =
    'mutation($input: RefreshTokensInput!) { refreshTokens(input: $input) { tokens { accessToken } userErrors { code } } }';
  const refreshed = await nobody.send<{ refreshTokens: { tokens: object | null } }>(refresh, {
    input: { refreshToken: ana.refreshToken },
  });
  expect(refreshed.data?.refreshTokens.tokens ?? null).toBeNull();

  // Of a session that the restored databases never heard of, signed by the same key and not over by itself.
  const [row] = await store.rows<{ number: number }>(
    'auth',
    "SELECT number FROM incarnation WHERE source = 'auth'",
  );
  const stranger = store.person(0, 'CUSTOMER', new Date((row?.number ?? 0) - 2_000));
  const buy = 'mutation { confirmDelivery(input: { purchaseId: "x" }) { userErrors { code } } }';
  const remove = 'mutation { removeBook(input: { bookId: "x" }) { userErrors { code } } }';
  for (const query of ['{ me { id } }', buy, remove])
    expect(await stranger.client.errorCodes(query)).toEqual(['UNAUTHENTICATED']);
  expect(await store.person().client.errorCodes(buy)).toEqual([]);
}, 300_000);

test('every purchase is there that was acknowledged before, as it was, and none that was asked for after', async () => {
  await eventsAtRest(after.description).catch(() => undefined);
  const { records, later } = shoppers.asOf(point);
  const state = await readState(restored);
  expect(compare({ purchases: records, books: [], accounts: [] }, state)).toEqual([]);
  expect(state.purchases.filter(({ key }) => later.has(key))).toEqual([]);
  expect(records.filter(({ ids }) => ids.size > 0).length).toBeGreaterThan(purchasesOnEachSide);
  expect(later.size).toBeGreaterThan(purchasesOnEachSide / 2);
});

test('who paid after it has the money back, once', async () => {
  const store = new StoreUser(after.description);
  const charges = await store.rows<{ status: string; known: number; paid: number }>(
    'purchase',
    `SELECT c.status, g.charge_id IS NOT NULL AS known, p.id IS NOT NULL AS paid FROM simulated_charge c
     LEFT JOIN charge_given_back g ON g.charge_id = c.id LEFT JOIN payment p ON p.id = c.id`,
  );
  const lost = charges.filter(({ paid }) => paid === 0);
  expect(lost.length).toBeGreaterThan(0);
  expect(lost.filter(({ status, known }) => known !== 1 || !['REFUNDED', 'VOIDED'].includes(status))).toEqual(
    [],
  );
});

test('people go on: the same keys buy anew, events are heard, and the store is sound at rest', async () => {
  const store = new StoreUser({ ...after.description, signingKey: before.description.signingKey });
  const [seller, buyer] = [store.person(), store.person()];
  const bookId = await publishBook(seller.client, { stock: 2 });
  const delivery = await soundDelivery(buyer.client);
  const [lost] = shoppers.asOf(point).later;
  const { purchase } = await purchaseBook(buyer.client, { bookId, delivery, idempotencyKey: lost });
  await payPurchase(buyer.client, { purchaseId: purchase?.id });
  const more = await Shoppers.start(store, 2);
  await delay(3_000);
  await more.stop();
  expect(more.failures).toEqual([]);
  await delay(5_000);
  const { violations } = await checkInvariants(restored, { recoverySeconds: 1, graceSeconds: 20 });
  expect(violations).toEqual([]);
});
