import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publishBook, soundBook } from '../../testing/operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';

const most = 10;

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  running = await startTestStore('publications', { settings: { PUBLICATIONS_PER_SELLER: String(most) } });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

const one =
  'mutation($input: PublishBookInput!) { publishBook(input: $input) { book { id } userErrors { code } } }';
const several =
  'mutation($input: PublishBooksInput!) { publishBooks(input: $input) { results { book { id } userErrors { code } } } }';

const publishSeveral = async (seller: ReturnType<StoreUser['person']>, count: number) => {
  const books = Array.from({ length: count }, () => soundBook);
  return seller.client.errorCodes(several, { input: { books } });
};

test('a seller publishes so many books an hour, one by one or at once, and others are not held up', async () => {
  const seller = store.person();
  const first = await publishBook(seller.client);
  expect(await publishSeveral(seller, most - 2)).toEqual([]);
  expect(await publishSeveral(seller, 2)).toEqual(['RATE_LIMITED']);
  await publishBook(seller.client);
  expect(await seller.client.errorCodes(one, { input: soundBook })).toEqual(['RATE_LIMITED']);
  expect(await publishSeveral(store.person(), most)).toEqual([]);

  // What is removed was published all the same.
  await seller.client.ask(`mutation { removeBook(input: { bookId: "${first}" }) { userErrors { code } } }`);
  expect(await seller.client.errorCodes(one, { input: soundBook })).toEqual(['RATE_LIMITED']);
});

test('what is wrong is told, and does not count', async () => {
  const seller = store.person();
  for (let i = 0; i < most + 2; i += 1)
    expect(await seller.client.errorCodes(one, { input: { ...soundBook, title: '' } })).toEqual([]);
  expect(await publishSeveral(seller, most)).toEqual([]);
});
