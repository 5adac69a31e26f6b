import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isObjectType, Kind } from 'graphql';
import jwt from 'jsonwebtoken';
import { checkInvariants } from '../invariants/check-invariants.ts';
import { recordReport } from '../invariants/record-report.ts';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';
import { DirectClient } from '../testing/direct-client.ts';
import type { GraphqlClient } from '../testing/graphql-client.ts';
import {
  confirmDelivery,
  payPurchase,
  publishBook,
  purchaseBook,
  shipPurchase,
  soundBook,
  soundDelivery,
} from '../testing/operations.ts';
import { type RegisteredPerson, type StoreUser, sharedStore } from '../testing/use-store.ts';
import { apiSchemaOf } from './breaking-changes.ts';
import { type Caller, callers } from './field-access.ts';
import { subgraphDocument } from './subgraph-sdl.ts';

/** What a caller gets: a value ("given"), null, an empty list, the code of a user error, or that of a GraphQL error. */
type Expected = Record<Caller, string>;

interface Scene {
  bookId: string;
  purchaseId: string;
  providerId: string;
  seller: RegisteredPerson;
  buyer: RegisteredPerson;
  another: RegisteredPerson;
}

interface Row {
  query: string;
  variables?: (scene: Scene) => object;
  /** Where in the answer to look, when it is not the root field itself. */
  at?: string[];
  /** The status in which the purchase is to be found. */
  status?: 'AWAITING_PAYMENT' | 'PAID' | 'SHIPPED';
  gets: Expected;
}

const everyone = (what: string): Expected => ({
  nobody: what,
  another: what,
  seller: what,
  buyer: what,
  administrator: what,
});
const signedIn: Expected = { ...everyone('given'), nobody: 'UNAUTHENTICATED' };
const administrators: Expected = {
  ...everyone('FORBIDDEN'),
  nobody: 'UNAUTHENTICATED',
  administrator: 'given',
};
const theSeller: Expected = { ...everyone('NOT_FOUND'), nobody: 'UNAUTHENTICATED', seller: 'given' };
const theBuyer: Expected = { ...everyone('NOT_FOUND'), nobody: 'UNAUTHENTICATED', buyer: 'given' };

const mutation = (name: string, type: string, selection = 'userErrors { code }') =>
  `mutation($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
const input = (make: (scene: Scene) => object) => (scene: Scene) => ({ input: make(scene) });
const ofPurchase = input(({ purchaseId }) => ({ purchaseId }));
const user = (selection: string) => `query($id: ID!) { user(id: $id) { ${selection} } }`;
const sessionIdOf = ({ client: { token = '' } }: RegisteredPerson) => jwt.decode(token, { json: true })?.sid;
const buyerId = ({ buyer }: Scene) => ({ id: buyer.id });
const sellerId = ({ seller }: Scene) => ({ id: seller.id });
const privateTo = (who: 'buyer' | 'seller'): Expected => ({
  ...everyone('null'),
  [who]: 'given',
  administrator: 'given',
});

const replayDeadLetter = (name: string): Row => ({
  query: mutation(name, 'ReplayDeadLetterInput'),
  variables: input(() => ({ id: randomUUID() })),
  gets: { ...administrators, administrator: 'NOT_FOUND' },
});

/** Who gets what, field by field. */
const table: Record<string, Row> = {
  'Query.me': { query: '{ me { id } }', gets: { ...everyone('given'), nobody: 'null' } },
  'Query.user': { query: user('id name createdAt'), variables: sellerId, gets: everyone('given') },
  'Query.users': { query: '{ users { nodes { id } } }', gets: administrators },
  'Query.sessions': { query: '{ sessions { id } }', gets: signedIn },
  'Query.book': {
    query: 'query($id: ID!) { book(id: $id) { id } }',
    variables: ({ bookId }) => ({ id: bookId }),
    gets: everyone('given'),
  },
  'Query.books': { query: '{ books { nodes { id } } }', gets: everyone('given') },
  'Query.purchase': {
    query: 'query($id: ID!) { purchase(id: $id) { id } }',
    variables: ({ purchaseId }) => ({ id: purchaseId }),
    gets: { ...everyone('null'), buyer: 'given', seller: 'given', administrator: 'given' },
  },
  'Query.purchases': { query: '{ purchases { nodes { id } } }', gets: administrators },
  'Query.deliveryProviders': { query: '{ deliveryProviders { id } }', gets: everyone('given') },
  'Query.authDeadLetters': { query: '{ authDeadLetters { nodes { id } } }', gets: administrators },
  'Query.catalogDeadLetters': { query: '{ catalogDeadLetters { nodes { id } } }', gets: administrators },
  'Query.purchaseDeadLetters': { query: '{ purchaseDeadLetters { nodes { id } } }', gets: administrators },
  'Query.authPersonalRecords': { query: '{ authPersonalRecords { nodes { kind } } }', gets: signedIn },
  'Query.catalogPersonalRecords': { query: '{ catalogPersonalRecords { nodes { kind } } }', gets: signedIn },
  'Query.purchasePersonalRecords': {
    query: '{ purchasePersonalRecords { nodes { kind } } }',
    gets: signedIn,
  },
  'Query.invariantsReport': { query: '{ invariantsReport { isSound } }', gets: administrators },

  'User.email': { query: user('email'), variables: buyerId, at: ['email'], gets: privateTo('buyer') },
  'User.emailVerifiedAt': {
    query: user('emailVerifiedAt email'),
    variables: buyerId,
    at: ['email'],
    gets: privateTo('buyer'),
  },
  'User.secondFactor': {
    query: user('secondFactor { isOn }'),
    variables: buyerId,
    at: ['secondFactor'],
    gets: privateTo('buyer'),
  },
  'User.role': { query: user('role'), variables: buyerId, at: ['role'], gets: privateTo('buyer') },
  'User.purchases': {
    query: user('purchases { nodes { id } }'),
    variables: buyerId,
    at: ['purchases'],
    gets: privateTo('buyer'),
  },
  'User.notifications': {
    query: user('notifications { nodes { id } }'),
    variables: sellerId,
    at: ['notifications'],
    gets: privateTo('seller'),
  },
  'User.sales': {
    query: user('sales { nodes { id } }'),
    variables: sellerId,
    at: ['sales'],
    gets: privateTo('seller'),
  },
  'User.income': {
    query: user('income { month }'),
    variables: sellerId,
    at: ['income'],
    gets: privateTo('seller'),
  },

  'Mutation.register': {
    query: mutation('register', 'RegisterInput'),
    variables: input(() => ({
      name: 'Somebody',
      email: `${randomUUID()}@reader.example`,
      password: 'a quiet shelf of books',
    })),
    gets: everyone('given'),
  },
  'Mutation.login': {
    query: mutation('login', 'LoginInput'),
    variables: input(({ another: { email, password } }) => ({ email, password })),
    gets: everyone('given'),
  },
  'Mutation.refreshTokens': {
    query: mutation('refreshTokens', 'RefreshTokensInput'),
    variables: input(() => ({ refreshToken: 'unknown' })),
    gets: everyone('REFRESH_TOKEN_INVALID'),
  },
  'Mutation.logout': { query: 'mutation { logout { userErrors { code } } }', gets: signedIn },
  'Mutation.revokeSession': {
    query: mutation('revokeSession', 'RevokeSessionInput'),
    variables: input(({ another }) => ({ sessionId: sessionIdOf(another) })),
    gets: { ...everyone('NOT_FOUND'), nobody: 'UNAUTHENTICATED', another: 'given' },
  },
  'Mutation.updateProfile': {
    query: mutation('updateProfile', 'UpdateProfileInput'),
    variables: input(() => ({ name: 'Another name' })),
    gets: signedIn,
  },
  'Mutation.requestPasswordReset': {
    query: mutation('requestPasswordReset', 'RequestPasswordResetInput'),
    variables: input(() => ({ email: 'nobody@reader.example' })),
    gets: everyone('given'),
  },
  'Mutation.resetPassword': {
    query: mutation('resetPassword', 'ResetPasswordInput'),
    variables: input(() => ({ token: 'not one of ours', newPassword: 'a quiet shelf of new books' })),
    gets: everyone('TOKEN_INVALID'),
  },
  'Mutation.requestEmailVerification': {
    query: 'mutation { requestEmailVerification { userErrors { code } } }',
    gets: signedIn,
  },
  'Mutation.verifyEmail': {
    query: mutation('verifyEmail', 'VerifyEmailInput'),
    variables: input(() => ({ token: 'not one of ours' })),
    gets: everyone('TOKEN_INVALID'),
  },
  'Mutation.changePassword': {
    query: mutation('changePassword', 'ChangePasswordInput'),
    variables: input(() => ({
      currentPassword: 'not the right one',
      newPassword: 'a quiet shelf of new books',
    })),
    gets: { ...everyone('CREDENTIALS_INVALID'), nobody: 'UNAUTHENTICATED' },
  },
  'Mutation.beginSecondFactor': {
    query: mutation('beginSecondFactor', 'BeginSecondFactorInput'),
    variables: input(() => ({ currentPassword: 'not the right one' })),
    gets: { ...everyone('CREDENTIALS_INVALID'), nobody: 'UNAUTHENTICATED' },
  },
  'Mutation.confirmSecondFactor': {
    query: mutation('confirmSecondFactor', 'ConfirmSecondFactorInput'),
    variables: input(() => ({ oneTimeCode: '000000' })),
    gets: { ...everyone('NOT_FOUND'), nobody: 'UNAUTHENTICATED' },
  },
  'Mutation.removeSecondFactor': {
    query: mutation('removeSecondFactor', 'RemoveSecondFactorInput'),
    variables: input(() => ({ currentPassword: 'not the right one', oneTimeCode: '000000' })),
    gets: { ...everyone('CREDENTIALS_INVALID'), nobody: 'UNAUTHENTICATED' },
  },
  'Mutation.deleteAccount': {
    query: mutation('deleteAccount', 'DeleteAccountInput'),
    variables: input(() => ({ password: 'not the right one' })),
    gets: { ...everyone('CREDENTIALS_INVALID'), nobody: 'UNAUTHENTICATED' },
  },
  'Mutation.readNotifications': {
    query: mutation('readNotifications', 'ReadNotificationsInput'),
    variables: input(() => ({ latestId: randomUUID() })),
    gets: { ...everyone('NOT_FOUND'), nobody: 'UNAUTHENTICATED' },
  },
  'Mutation.setUserRole': {
    query: mutation('setUserRole', 'SetUserRoleInput'),
    variables: input(({ another }) => ({ userId: another.id, role: 'CUSTOMER' })),
    gets: administrators,
  },
  'Mutation.revokeUserSessions': {
    query: mutation('revokeUserSessions', 'RevokeUserSessionsInput'),
    variables: input(({ another }) => ({ userId: another.id })),
    gets: administrators,
  },
  'Mutation.removeUserSecondFactor': {
    query: mutation('removeUserSecondFactor', 'RemoveUserSecondFactorInput'),
    variables: input(({ another }) => ({ userId: another.id })),
    gets: { ...administrators, administrator: 'NOT_FOUND' },
  },
  'Mutation.replayAuthDeadLetter': replayDeadLetter('replayAuthDeadLetter'),
  'Mutation.replayCatalogDeadLetter': replayDeadLetter('replayCatalogDeadLetter'),
  'Mutation.replayPurchaseDeadLetter': replayDeadLetter('replayPurchaseDeadLetter'),
  'Mutation.publishBook': {
    query: mutation('publishBook', 'PublishBookInput'),
    variables: input(() => soundBook),
    gets: signedIn,
  },
  'Mutation.publishBooks': {
    query: mutation('publishBooks', 'PublishBooksInput', 'userErrors { code } results { book { id } }'),
    variables: input(() => ({ books: [soundBook] })),
    gets: signedIn,
  },
  'Mutation.updateBook': {
    query: mutation('updateBook', 'UpdateBookInput'),
    variables: input(({ bookId }) => ({ bookId, conditionNote: 'Signed.' })),
    gets: { ...theSeller, administrator: 'given' },
  },
  'Mutation.removeBook': {
    query: mutation('removeBook', 'RemoveBookInput'),
    variables: input(({ bookId }) => ({ bookId })),
    gets: { ...theSeller, administrator: 'given' },
  },
  'Mutation.removeCover': {
    query: mutation('removeCover', 'RemoveCoverInput'),
    variables: input(({ bookId }) => ({ bookId })),
    gets: { ...theSeller, administrator: 'given' },
  },
  'Mutation.purchaseBook': {
    query: mutation('purchaseBook', 'PurchaseBookInput'),
    variables: input(({ bookId }) => ({ bookId, idempotencyKey: randomUUID() })),
    gets: { ...signedIn, seller: 'OWN_BOOK' },
  },
  'Mutation.chooseDelivery': {
    query: mutation('chooseDelivery', 'ChooseDeliveryInput'),
    variables: input(({ purchaseId, providerId }) => ({
      purchaseId,
      delivery: { providerId, address: { recipient: 'A', line1: 'B', city: 'C', country: 'CO' } },
    })),
    gets: theBuyer,
  },
  'Mutation.payPurchase': {
    query: mutation('payPurchase', 'PayPurchaseInput'),
    variables: input(({ purchaseId }) => ({ purchaseId, method: 'PAYPAL', idempotencyKey: randomUUID() })),
    gets: theBuyer,
  },
  'Mutation.shipPurchase': {
    query: mutation('shipPurchase', 'ShipPurchaseInput'),
    variables: ofPurchase,
    status: 'PAID',
    gets: theSeller,
  },
  'Mutation.confirmDelivery': {
    query: mutation('confirmDelivery', 'ConfirmDeliveryInput'),
    variables: ofPurchase,
    status: 'SHIPPED',
    gets: theBuyer,
  },
  'Mutation.cancelPurchase': {
    query: mutation('cancelPurchase', 'CancelPurchaseInput'),
    variables: ofPurchase,
    status: 'PAID',
    gets: { ...theBuyer, seller: 'given' },
  },
};

let store: StoreUser;

beforeAll(async () => {
  store = sharedStore();
  const verdict = await checkInvariants(store.description.databases, { pauses: [] });
  const fresh = { seconds: 0, staleAfterSeconds: 60 };
  await recordReport(store.description.databases.purchase, { verdict }, fresh);
});

async function setScene(status: Row['status'] = 'AWAITING_PAYMENT'): Promise<Scene> {
  const [seller, buyer, another] = await Promise.all(
    ['Seller', 'Buyer', 'Another'].map(name => store.register(name)),
  );
  if (!seller || !buyer || !another) throw new Error('the people of the scene are missing');
  const bookId = await publishBook(seller.client, { stock: 10 });
  const delivery = await soundDelivery(buyer.client);
  const { purchase } = await purchaseBook(buyer.client, { bookId, delivery });
  const purchaseId = purchase?.id ?? '';
  if (status !== 'AWAITING_PAYMENT') await payPurchase(buyer.client, { purchaseId });
  if (status === 'SHIPPED') await shipPurchase(seller.client, { purchaseId });
  return { bookId, purchaseId, providerId: delivery.providerId, seller, buyer, another };
}

async function clientOf(caller: Caller, scene: Scene): Promise<GraphqlClient> {
  if (caller === 'nobody') return store.nobody();
  if (caller === 'administrator') return (await store.administrator()).client;
  return scene[caller].client;
}

/** What the caller got, in the words of the table. */
async function got(client: GraphqlClient, field: string, row: Row, scene: Scene): Promise<string> {
  const { data, errors } = await client.send<Record<string, unknown>>(row.query, row.variables?.(scene));
  const [error] = errors;
  if (error) return error.extensions.code;
  const root = row.at ? 'user' : (field.split('.')[1] ?? '');
  const value = [root, ...(row.at ?? [])].reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null
        ? Object.entries(at).find(([key]) => key === name)?.[1]
        : undefined,
    data,
  );
  if (value === null) return 'null';
  if (typeof value === 'object' && 'userErrors' in value && Array.isArray(value.userErrors)) {
    return value.userErrors[0]?.code ?? 'given';
  }
  return value === undefined ? 'nothing' : 'given';
}

/** The subgraph that a field of Query or Mutation is in. */
function subgraphOf(field: string): SubgraphName {
  const [root, name] = field.split('.');
  const found = subgraphs.find(subgraph =>
    subgraphDocument(subgraph).definitions.some(
      each =>
        each.kind === Kind.OBJECT_TYPE_DEFINITION &&
        each.name.value === root &&
        each.fields?.some(({ name: { value } }) => value === name),
    ),
  );
  if (!found) throw new Error(`No subgraph has ${field}.`);
  return found;
}

const isRoot = (field: string) => /^(Query|Mutation)\./.test(field);

describe.each(Object.entries(table))('%s', (field, row) => {
  // Fields of objects, asked of the subgraphs themselves: field-access.test.ts.
  test.each(isRoot(field) ? ['through the gateway', 'of its subgraph'] : ['through the gateway'])(
    'gives each caller what the table says, asked %s',
    async way => {
      const answers = await Promise.all(
        callers.map(async caller => {
          const scene = await setScene(row.status);
          const client = await clientOf(caller, scene);
          const asked =
            way === 'of its subgraph'
              ? new DirectClient(store.description, subgraphOf(field), client.token)
              : client;
          return [caller, await got(asked, field, row, scene)];
        }),
      );
      expect(Object.fromEntries(answers)).toEqual(row.gets);
    },
  );
});

test('every root field and every restricted field has a row', () => {
  const schema = apiSchemaOf(readFileSync(new URL('./supergraph.graphql', import.meta.url), 'utf8'));
  const fields = Object.values(schema.getTypeMap()).flatMap(type =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.values(type.getFields()).map(({ name, description }) => ({
          type: type.name,
          name,
          description,
        }))
      : [],
  );
  const isRestricted = (description: string | null | undefined) =>
    /null to everyone else/.test(description ?? '');
  const wanted = fields
    .filter(({ type, description }) => type === 'Query' || type === 'Mutation' || isRestricted(description))
    .map(({ type, name }) => `${type}.${name}`);
  expect(wanted.length).toBeGreaterThan(25);
  expect(Object.keys(table).sort()).toEqual(wanted.sort());
});

test('who bought a book goes on seeing it after it was removed; others do not', async () => {
  const scene = await setScene('SHIPPED');
  await confirmDelivery(scene.buyer.client, { purchaseId: scene.purchaseId });
  await scene.seller.client.ask(mutation('removeBook', 'RemoveBookInput'), {
    input: { bookId: scene.bookId },
  });
  const book = 'query($id: ID!) { book(id: $id) { title } }';
  const viaPurchase = 'query($id: ID!) { purchase(id: $id) { lines { book { title status } } } }';
  expect(await scene.buyer.client.ask(book, { id: scene.bookId })).toEqual({ book: null });
  expect(await scene.seller.client.ask(book, { id: scene.bookId })).toEqual({
    book: { title: soundBook.title },
  });
  expect(await scene.buyer.client.ask(viaPurchase, { id: scene.purchaseId })).toEqual({
    purchase: { lines: [{ book: { title: soundBook.title, status: 'REMOVED' } }] },
  });
});
