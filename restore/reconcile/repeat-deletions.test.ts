import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkInvariants } from '../../invariants/check-invariants.ts';
import { type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { DatabaseCopies } from '../../testing/copy-databases.ts';
import { eventsAtRest } from '../../testing/events-at-rest.ts';
import { inTurn } from '../../testing/figures.ts';
import { findText } from '../../testing/find-text.ts';
import { leave, untilErased } from '../../testing/leave.ts';
import { publishBook } from '../../testing/operations.ts';
import { adminUrl } from '../../testing/test-databases.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { type RegisteredPerson, StoreUser } from '../../testing/use-store.ts';
import { reconcile } from './reconcile.ts';

// Somebody leaves, and databases from before that are restored.

const name = 'canaryNameOfWhoHasLeft';
const [before, after] = [0, 1];
const forEver = 100 * 365 * 24 * 3600;

let running: TestStore;
let copies: DatabaseCopies;
let leaver: RegisteredPerson;
let bookId: string;

beforeAll(async () => {
  running = await startTestStore('left');
  const store = new StoreUser(running.description);
  copies = await DatabaseCopies.open(adminUrl(), running.description.databases, 'test_left_copies');
  leaver = await store.register(name);
  bookId = await publishBook(leaver.client, { description: name });
  await eventsAtRest(running.description);
  await copies.take();
  expect(await leave(leaver)).toEqual([]);
  await eventsAtRest(running.description);
  await copies.take();
}, 120_000);

afterAll(async () => {
  await copies.close();
  await running.stop();
});

const at = (auth: number, catalog: number, purchase: number): Record<SubgraphName, number> => ({
  auth,
  catalog,
  purchase,
});

const mixtures: [string, Record<SubgraphName, number>, readonly SubgraphName[], boolean][] = [
  ['all three, by the list of the archive', at(before, before, before), subgraphs, true],
  ['auth and catalog, by what purchase knows', at(before, before, after), ['auth', 'catalog'], false],
  ['auth alone', at(before, after, after), ['auth'], false],
  ['catalog alone', at(after, before, after), ['catalog'], false],
];

test.each(inTurn(mixtures, 2))(
  '%s: who has left is not there again',
  async (_, moments, restored, isListed) => {
    const urls = await copies.put(moments, () => false);
    const done = await reconcile(urls, restored, isListed ? [leaver.id] : []);
    expect(done.accountsDeleted).toBe(moments.auth === before ? 1 : 0);
    const { violations } = await checkInvariants(urls, { graceSeconds: forEver, pauses: [] });
    expect(violations).toEqual([]);

    const again = await startTestStore('left-again', { databases: urls });
    try {
      const store = new StoreUser(again.description);
      const login = 'mutation($input: LoginInput!) { login(input: $input) { userErrors { code } } }';
      const input = { email: leaver.email, password: leaver.password };
      expect(await store.nobody().ask(login, { input })).toEqual({
        login: { userErrors: [{ code: 'CREDENTIALS_INVALID' }] },
      });
      await untilErased(store, leaver.id);
      for (const text of [name, leaver.email])
        expect([text, await findText(store, text)]).toEqual([text, []]);
      const book = 'query($id: ID!) { book(id: $id) { id } }';
      expect(await store.nobody().ask(book, { id: bookId })).toEqual({ book: null });
    } finally {
      await again.stop();
    }
  },
  180_000,
);
