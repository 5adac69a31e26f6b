import { beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphqlClient } from '../testing/graphql-client.ts';
import { publishBook, purchaseBook, soundAddress } from '../testing/operations.ts';
import { type StoreUser, sharedStore } from '../testing/use-store.ts';

const hostileIds = ['', 'x', 'ñ', '雪', '😀', '\u0000', "' OR 1=1 --", 'x'.repeat(300), '%'];
const sample = '01a1fc24-2252-767d-894b-46946694e305';

let store: StoreUser;
let client: GraphqlClient;

beforeAll(async () => {
  store = sharedStore();
  client = (await store.administrator()).client;
});

const encoded = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

describe.each(hostileIds)('the id %j is that of nothing, never an error of ours', id => {
  test.each(['book', 'user', 'purchase'])('%s', async field => {
    const query = `query($id: ID!) { ${field}(id: $id) { id } }`;
    expect(await client.ask(query, { id })).toEqual({ [field]: null });
  });

  test.each([
    ['updateBook', 'UpdateBookInput', { bookId: id }],
    ['removeBook', 'RemoveBookInput', { bookId: id }],
    ['revokeSession', 'RevokeSessionInput', { sessionId: id }],
    ['setUserRole', 'SetUserRoleInput', { userId: id, role: 'CUSTOMER' }],
    ['revokeUserSessions', 'RevokeUserSessionsInput', { userId: id }],
    ['removeUserSecondFactor', 'RemoveUserSecondFactorInput', { userId: id }],
    ['replayAuthDeadLetter', 'ReplayDeadLetterInput', { id }],
    ['replayCatalogDeadLetter', 'ReplayDeadLetterInput', { id }],
    ['replayPurchaseDeadLetter', 'ReplayDeadLetterInput', { id }],
    ['purchaseBook', 'PurchaseBookInput', { bookId: id, idempotencyKey: 'a key' }],
    ['payPurchase', 'PayPurchaseInput', { purchaseId: id, method: 'PAYPAL', idempotencyKey: 'a key' }],
    ['shipPurchase', 'ShipPurchaseInput', { purchaseId: id }],
    ['confirmDelivery', 'ConfirmDeliveryInput', { purchaseId: id }],
    ['cancelPurchase', 'CancelPurchaseInput', { purchaseId: id }],
    [
      'chooseDelivery',
      'ChooseDeliveryInput',
      { purchaseId: id, delivery: { providerId: id, address: soundAddress } },
    ],
  ])('%s', async (name, type, input) => {
    const query = `mutation($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
    expect(await client.ask(query, { input })).toEqual({ [name]: { userErrors: [{ code: 'NOT_FOUND' }] } });
  });

  test('a delivery provider', async () => {
    const bookId = await publishBook(store.person().client);
    const delivery = { providerId: id, address: soundAddress };
    const { userErrors } = await purchaseBook(store.person().client, { bookId, delivery });
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['delivery', 'providerId'] }]);
  });

  test.each(['books', 'users', 'purchases', 'authDeadLetters', 'catalogDeadLetters', 'purchaseDeadLetters'])(
    'a cursor of %s made of it',
    async field => {
      const query = `query($after: String) { ${field}(after: $after) { nodes { id } } }`;
      expect(await client.errorCodes(query, { after: encoded('NEWEST', id) })).toEqual(['BAD_USER_INPUT']);
    },
  );

  test.each(['buyerId', 'sellerId'])('purchases of a %s', async side => {
    const query = `query($id: ID) { purchases(${side}: $id) { totalCount } }`;
    expect(await client.ask(query, { id })).toEqual({ purchases: { totalCount: 0 } });
  });

  test('a filter', async () => {
    const query = 'query($filter: BookFilter) { books(filter: $filter) { totalCount } }';
    expect(await client.ask(query, { filter: { sellerId: id } })).toEqual({ books: { totalCount: 0 } });
  });
});

test('a sound id of nothing is answered alike', async () => {
  const query =
    'mutation($input: CancelPurchaseInput!) { cancelPurchase(input: $input) { userErrors { code } } }';
  expect(await client.ask(query, { input: { purchaseId: sample } })).toEqual({
    cancelPurchase: { userErrors: [{ code: 'NOT_FOUND' }] },
  });
});
