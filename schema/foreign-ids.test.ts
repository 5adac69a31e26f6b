import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLInputType, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import jwt from 'jsonwebtoken';
import { tellFigure } from '../testing/figures.ts';
import type { GraphqlClient } from '../testing/graphql-client.ts';
import {
  payPurchase,
  publishBook,
  purchaseBook,
  soundAddress,
  soundDelivery,
} from '../testing/operations.ts';
import { type StoreUser, sharedStore } from '../testing/use-store.ts';
import { apiSchemaOf } from './breaking-changes.ts';

/** What somebody else has: a paused book, a purchase that is paid, a notification of it, a session. */
interface Theirs {
  book: string;
  purchase: string;
  user: string;
  notification: string;
  session: string;
}

let store: StoreUser;
let theirs: Theirs;
let client: GraphqlClient;
/** A book on sale, a provider, and a purchase of the one who asks: what must be there besides the id. */
let own: { bookId: string; providerId: string; purchaseId: string };

beforeAll(async () => {
  store = sharedStore();
  const [seller, buyer, me] = [await store.register(), await store.register(), await store.register()];
  client = me.client;
  const delivery = await soundDelivery(buyer.client);
  const book = await publishBook(seller.client, { stock: 3 });
  const { purchase } = await purchaseBook(buyer.client, { bookId: book, delivery });
  await payPurchase(buyer.client, { purchaseId: purchase?.id });
  await seller.client.ask(
    'mutation($id: ID!) { updateBook(input: { bookId: $id, status: PAUSED }) { userErrors { code } } }',
    { id: book },
  );
  let notification: string | undefined;
  for (const deadline = Date.now() + 20_000; !notification; await delay(100)) {
    const [row] = await store.rows<{ id: string }>('auth', 'SELECT id FROM notification WHERE user_id = ?', [
      seller.id,
    ]);
    notification = row?.id;
    if (Date.now() > deadline) throw new Error('the seller was not told of the payment');
  }
  const session = String(jwt.decode(seller.client.token ?? '', { json: true })?.sid);
  theirs = { book, purchase: purchase?.id ?? '', user: seller.id, notification, session };
  const bookId = await publishBook(store.person().client, { stock: 100 });
  const mine = await purchaseBook(client, { bookId });
  own = { bookId, providerId: delivery.providerId, purchaseId: mine.purchase?.id ?? '' };
});

interface Row {
  query: string;
  variables: (id: string) => object;
  whose: keyof Theirs;
}

const verb = (name: string, whose: keyof Theirs, input: (id: string) => object): Row => {
  const type = /^replay/.test(name)
    ? 'ReplayDeadLetterInput'
    : `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return {
    query: `mutation($input: ${type}!) { ${name}(input: $input) { userErrors { code message field } } }`,
    variables: id => ({ input: input(id) }),
    whose,
  };
};
const key = randomUUID();
const purchaseId = (id: string) => ({ purchaseId: id });
const byId = (query: string, whose: keyof Theirs): Row => ({ query, variables: id => ({ id }), whose });

/** Every argument and every part of an input that is an ID, tried with somebody else's. */
const table: Record<string, Row> = {
  'Query.book(id)': byId('query($id: ID!) { book(id: $id) { id title } }', 'book'),
  'Query.purchase(id)': byId('query($id: ID!) { purchase(id: $id) { id status } }', 'purchase'),
  'Query.purchases(buyerId)': byId('query($id: ID) { purchases(buyerId: $id) { totalCount } }', 'user'),
  'Query.purchases(sellerId)': byId('query($id: ID) { purchases(sellerId: $id) { totalCount } }', 'user'),
  // Its only book is paused.
  'Query.books(filter.sellerId)': byId(
    'query($id: ID) { books(filter: { sellerId: $id }) { totalCount nodes { id } } }',
    'user',
  ),
  'Mutation.revokeSession(input.sessionId)': verb('revokeSession', 'session', sessionId => ({ sessionId })),
  'Mutation.setUserRole(input.userId)': verb('setUserRole', 'user', userId => ({ userId, role: 'CUSTOMER' })),
  'Mutation.revokeUserSessions(input.userId)': verb('revokeUserSessions', 'user', userId => ({ userId })),
  'Mutation.removeUserSecondFactor(input.userId)': verb('removeUserSecondFactor', 'user', userId => ({
    userId,
  })),
  'Mutation.readNotifications(input.latestId)': verb('readNotifications', 'notification', latestId => ({
    latestId,
  })),
  'Mutation.replayAuthDeadLetter(input.id)': verb('replayAuthDeadLetter', 'notification', id => ({ id })),
  'Mutation.replayCatalogDeadLetter(input.id)': verb('replayCatalogDeadLetter', 'notification', id => ({
    id,
  })),
  'Mutation.replayPurchaseDeadLetter(input.id)': verb('replayPurchaseDeadLetter', 'notification', id => ({
    id,
  })),
  'Mutation.updateBook(input.bookId)': verb('updateBook', 'book', bookId => ({ bookId, title: 'Mine' })),
  'Mutation.removeBook(input.bookId)': verb('removeBook', 'book', bookId => ({ bookId })),
  'Mutation.removeCover(input.bookId)': verb('removeCover', 'book', bookId => ({ bookId })),
  // An id of another kind: what is no provider's is no provider.
  'Mutation.purchaseBook(input.delivery.providerId)': verb('purchaseBook', 'user', providerId => ({
    bookId: own.bookId,
    idempotencyKey: `${key} ${providerId}`,
    delivery: { providerId, address: soundAddress },
  })),
  'Mutation.chooseDelivery(input.purchaseId)': verb('chooseDelivery', 'purchase', id => ({
    purchaseId: id,
    delivery: { providerId: own.providerId, address: soundAddress },
  })),
  'Mutation.chooseDelivery(input.delivery.providerId)': verb('chooseDelivery', 'user', providerId => ({
    purchaseId: own.purchaseId,
    delivery: { providerId, address: soundAddress },
  })),
  'Mutation.payPurchase(input.purchaseId)': verb('payPurchase', 'purchase', id => ({
    purchaseId: id,
    method: 'PAYPAL',
    idempotencyKey: `${key} ${id}`,
  })),
  'Mutation.shipPurchase(input.purchaseId)': verb('shipPurchase', 'purchase', purchaseId),
  'Mutation.confirmDelivery(input.purchaseId)': verb('confirmDelivery', 'purchase', purchaseId),
  'Mutation.cancelPurchase(input.purchaseId)': verb('cancelPurchase', 'purchase', purchaseId),
};

/** IDs of what anyone may know of. */
const known: Record<string, string> = {
  'Query.user(id)': 'name and time of registration are for anyone',
  'Mutation.purchaseBook(input.bookId)':
    'BOOK_UNAVAILABLE tells a buyer who holds a link that the book is paused or removed, and NOT_FOUND that there is none (the contract)',
};

/** What a client gets, with the id that it sent left out. */
async function answerTo(row: Row, id: string): Promise<string> {
  const { status, data, errors } = await client.send(row.query, row.variables(id));
  return JSON.stringify({ status, data, errors }).replaceAll(id, 'ID');
}

let tried = 0;

describe.each(Object.entries(table))('%s', (_, row) => {
  test("answers somebody else's as one of nothing", async () => {
    const [foreign, ofNothing] = [theirs[row.whose], randomUUID()];
    expect(await answerTo(row, foreign)).toBe(await answerTo(row, ofNothing));
    tried += 1;
  });
});

test('and nothing of theirs was changed', async () => {
  const [book] = await store.rows<{ title: string; status: string }>(
    'catalog',
    'SELECT title, status FROM book WHERE id = ?',
    [theirs.book],
  );
  expect(book).toEqual({ title: 'La vorágine', status: 'PAUSED' });
  const [purchase] = await store.rows<{ status: string }>(
    'purchase',
    'SELECT status FROM purchase WHERE id = ?',
    [theirs.purchase],
  );
  expect(purchase?.status).toBe('PAID');
  const sessions = await store.rows('auth', 'SELECT id FROM session WHERE id = ? AND ended_at IS NULL', [
    theirs.session,
  ]);
  expect(sessions).toHaveLength(1);
  tellFigure(`somebody else's IDs: ${tried} arguments tried, all answered as an ID of nothing`);
});

/** Where IDs stand in an input: `id`, `input.delivery.providerId`. */
function idsIn(name: string, input: GraphQLInputType): string[] {
  const type = getNamedType(input);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap(field => idsIn(`${name}.${field.name}`, field.type));
  return type.name === 'ID' ? [name] : [];
}

test('every ID that a client can send has a row', () => {
  const schema = apiSchemaOf(readFileSync(new URL('./supergraph.graphql', import.meta.url), 'utf8'));
  const places = Object.values(schema.getTypeMap()).flatMap(type =>
    isObjectType(type)
      ? Object.values(type.getFields()).flatMap(field =>
          field.args.flatMap(({ name, type: input }) =>
            idsIn(name, input).map(place => `${type.name}.${field.name}(${place})`),
          ),
        )
      : [],
  );
  const wanted = places.filter(place => !place.startsWith('__'));
  expect([...Object.keys(table), ...Object.keys(known)].sort()).toEqual(wanted.sort());
});
