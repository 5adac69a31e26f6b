import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isEnumType } from 'graphql';
import { setUpSecondFactor, wrongCode } from '../testing/authenticator.ts';
import type { GraphqlClient } from '../testing/graphql-client.ts';
import {
  cancelPurchase,
  chooseDelivery,
  payPurchase,
  publishBook,
  purchaseBook,
  shipPurchase,
  soundAddress,
  soundBook,
  soundDelivery,
  type UserError,
} from '../testing/operations.ts';
import { type StoreUser, sharedStore } from '../testing/use-store.ts';
import { apiSchemaOf } from './breaking-changes.ts';

let store: StoreUser;

beforeAll(() => {
  store = sharedStore();
});

/** Sends a mutation and answers what it was refused for. */
async function refusals(client: GraphqlClient, name: string, input: object): Promise<UserError[]> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { ${name}(input: $input) { userErrors { code message field } } }`;
  const data = await client.ask<Record<string, { userErrors: UserError[] }>>(query, { input });
  return data[name]?.userErrors ?? [];
}

const register = (changes: object) => () =>
  refusals(store.nobody(), 'register', {
    name: 'Somebody',
    email: `${randomUUID()}@reader.example`,
    password: 'a quiet shelf of old books',
    ...changes,
  });

const publish = (changes: object) => () =>
  refusals(store.person().client, 'publishBook', { ...soundBook, ...changes });

const buy = (changes: object) => async () => {
  const bookId = await publishBook(store.person().client, { stock: 3 });
  return (await purchaseBook(store.person().client, { bookId, ...changes })).userErrors;
};

const sendCover = (content: Buffer) => async () => {
  const { client } = store.person();
  const answer = await fetch(`${client.url}/covers/${await publishBook(client)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token}` },
    body: new Uint8Array(content),
  });
  const { userErrors }: { userErrors: UserError[] } = JSON.parse(await answer.text());
  return userErrors;
};

/** A purchase that awaits payment, with a delivery, and those who made it. */
async function order() {
  const seller = store.person();
  const buyer = store.person();
  const bookId = await publishBook(seller.client, { stock: 3 });
  const delivery = await soundDelivery(buyer.client);
  const { purchase } = await purchaseBook(buyer.client, { bookId, delivery });
  return { seller, buyer, bookId, delivery, purchaseId: purchase?.id ?? '' };
}

interface Case {
  refuse: () => Promise<UserError[]>;
  field: string[] | null;
}

const cases: Record<string, Case> = {
  NAME_INVALID: { refuse: register({ name: '  ' }), field: ['name'] },
  EMAIL_INVALID: { refuse: register({ email: 'nobody' }), field: ['email'] },
  EMAIL_TAKEN: {
    refuse: async () => register({ email: (await store.register()).email.toUpperCase() })(),
    field: ['email'],
  },
  PASSWORD_TOO_WEAK: { refuse: register({ password: 'password' }), field: ['password'] },
  CREDENTIALS_INVALID: {
    refuse: () =>
      refusals(store.nobody(), 'login', { email: `${randomUUID()}@reader.example`, password: 'wrong one' }),
    field: null,
  },
  TOO_MANY_ATTEMPTS: {
    refuse: async () => {
      const { email } = await store.register();
      const attempt = () => refusals(store.nobody(), 'login', { email, password: 'not the right one' });
      for (let count = 0; count < 10; count += 1)
        expect((await attempt())[0]?.code).toBe('CREDENTIALS_INVALID');
      return attempt();
    },
    field: null,
  },
  SECOND_FACTOR_REQUIRED: {
    refuse: async () => {
      const { client, email, password } = await store.register();
      await setUpSecondFactor(client, password);
      return refusals(store.nobody(), 'login', { email, password });
    },
    field: ['oneTimeCode'],
  },
  SECOND_FACTOR_ON: {
    refuse: async () => {
      const { client, password: currentPassword } = await store.register();
      await setUpSecondFactor(client, currentPassword);
      return refusals(client, 'beginSecondFactor', { currentPassword });
    },
    field: null,
  },
  OWN_ACCOUNT: {
    refuse: async () => {
      const { id, client } = await store.administrator();
      return refusals(client, 'removeUserSecondFactor', { userId: id });
    },
    field: ['userId'],
  },
  ONE_TIME_CODE_INVALID: {
    refuse: async () => {
      const { client, email, password } = await store.register();
      const { secret } = await setUpSecondFactor(client, password);
      return refusals(store.nobody(), 'login', { email, password, oneTimeCode: wrongCode(secret) });
    },
    field: ['oneTimeCode'],
  },
  REFRESH_TOKEN_INVALID: {
    refuse: () => refusals(store.nobody(), 'refreshTokens', { refreshToken: 'unknown' }),
    field: ['refreshToken'],
  },
  TOKEN_INVALID: {
    refuse: () => refusals(store.nobody(), 'verifyEmail', { token: 'unknown' }),
    field: ['token'],
  },
  PURCHASES_UNFINISHED: {
    refuse: async () => {
      const buyer = await store.register();
      const bookId = await publishBook(store.person().client);
      const delivery = await soundDelivery(buyer.client);
      const { purchase } = await purchaseBook(buyer.client, { bookId, delivery });
      await payPurchase(buyer.client, { purchaseId: purchase?.id });
      return refusals(buyer.client, 'deleteAccount', { password: buyer.password });
    },
    field: null,
  },
  SALES_UNFINISHED: {
    refuse: async () => {
      const seller = await store.register();
      const { client } = store.person();
      const bookId = await publishBook(seller.client);
      const { purchase } = await purchaseBook(client, { bookId, delivery: await soundDelivery(client) });
      await payPurchase(client, { purchaseId: purchase?.id });
      return refusals(seller.client, 'deleteAccount', { password: seller.password });
    },
    field: null,
  },
  TITLE_INVALID: { refuse: publish({ title: ' ' }), field: ['title'] },
  AUTHORS_INVALID: { refuse: publish({ authors: [] }), field: ['authors'] },
  ISBN_INVALID: { refuse: publish({ isbn: '9780306406158' }), field: ['isbn'] },
  DESCRIPTION_INVALID: { refuse: publish({ description: 'x'.repeat(10_001) }), field: ['description'] },
  LANGUAGE_INVALID: { refuse: publish({ language: 'not a language' }), field: ['language'] },
  PUBLISHER_INVALID: { refuse: publish({ publisher: 'x'.repeat(201) }), field: ['publisher'] },
  PUBLISHED_YEAR_INVALID: { refuse: publish({ publishedYear: 2999 }), field: ['publishedYear'] },
  SUBJECTS_INVALID: {
    refuse: publish({ subjects: Array.from({ length: 21 }, (_, index) => `subject ${index}`) }),
    field: ['subjects'],
  },
  CONDITION_NOTE_INVALID: { refuse: publish({ conditionNote: 'x'.repeat(1_001) }), field: ['conditionNote'] },
  PRICE_INVALID: { refuse: publish({ price: '12.505' }), field: ['price'] },
  STOCK_INVALID: { refuse: publish({ stock: 100_001 }), field: ['stock'] },
  STATUS_INVALID: {
    refuse: async () => {
      const seller = store.person();
      const bookId = await publishBook(seller.client);
      expect(await refusals(seller.client, 'removeBook', { bookId })).toEqual([]);
      return refusals(seller.client, 'updateBook', { bookId, status: 'PUBLISHED' });
    },
    field: ['status'],
  },
  STALE_VERSION: {
    refuse: async () => {
      const seller = store.person();
      const bookId = await publishBook(seller.client);
      expect(await refusals(seller.client, 'updateBook', { bookId, version: 1, price: '9.00' })).toEqual([]);
      return refusals(seller.client, 'updateBook', { bookId, version: 1, price: '8.00' });
    },
    field: ['version'],
  },
  COVER_TOO_LARGE: { refuse: sendCover(Buffer.alloc(10 * 1024 * 1024 + 1)), field: null },
  COVER_FORMAT_UNSUPPORTED: { refuse: sendCover(Buffer.from('just text')), field: null },
  COVER_INVALID: { refuse: sendCover(Buffer.from('\xff\xd8\xff', 'latin1')), field: null },
  QUANTITY_INVALID: { refuse: buy({ quantity: 1001 }), field: ['quantity'] },
  OUT_OF_STOCK: { refuse: buy({ quantity: 4 }), field: ['quantity'] },
  TOO_MANY_COPIES: {
    refuse: async () => {
      const buyer = store.person();
      const bookId = await publishBook(store.person().client, { stock: 2_000 });
      for (const quantity of [600, 400])
        expect((await purchaseBook(buyer.client, { bookId, quantity })).userErrors).toEqual([]);
      return (await purchaseBook(buyer.client, { bookId })).userErrors;
    },
    field: ['quantity'],
  },
  TOO_MANY_RESERVATIONS: {
    refuse: async () => {
      const buyer = store.person();
      const bookId = await publishBook(store.person().client, { stock: 2_000 });
      for (let count = 0; count < 100; count += 1)
        expect((await purchaseBook(buyer.client, { bookId })).userErrors).toEqual([]);
      return (await purchaseBook(buyer.client, { bookId })).userErrors;
    },
    field: null,
  },
  PRICE_CHANGED: { refuse: buy({ expectedUnitPrice: '12.49' }), field: ['expectedUnitPrice'] },
  BOOK_UNAVAILABLE: {
    refuse: async () => {
      const seller = store.person();
      const bookId = await publishBook(seller.client);
      expect(await refusals(seller.client, 'updateBook', { bookId, status: 'PAUSED' })).toEqual([]);
      return (await purchaseBook(store.person().client, { bookId })).userErrors;
    },
    field: ['bookId'],
  },
  OWN_BOOK: {
    refuse: async () => {
      const seller = store.person();
      const bookId = await publishBook(seller.client);
      return (await purchaseBook(seller.client, { bookId })).userErrors;
    },
    field: ['bookId'],
  },
  ADDRESS_INVALID: {
    refuse: async () => {
      const { buyer, purchaseId, delivery } = await order();
      const wrong = { ...delivery, address: { ...soundAddress, country: 'XX' } };
      return (await chooseDelivery(buyer.client, { purchaseId, delivery: wrong })).userErrors;
    },
    field: ['delivery', 'address', 'country'],
  },
  NOT_COVERED: {
    refuse: async () => {
      const { deliveryProviders } = await store
        .nobody()
        .ask<{ deliveryProviders: { id: string; coverage: string }[] }>(
          '{ deliveryProviders { id coverage } }',
        );
      const providerId = deliveryProviders.find(({ coverage }) => coverage === 'NATIONAL')?.id;
      return buy({ delivery: { providerId, address: { ...soundAddress, country: 'DE' } } })();
    },
    field: ['delivery', 'address', 'country'],
  },
  DELIVERY_NOT_CHOSEN: {
    refuse: async () => {
      const buyer = store.person();
      const bookId = await publishBook(store.person().client);
      const { purchase } = await purchaseBook(buyer.client, { bookId });
      return (await payPurchase(buyer.client, { purchaseId: purchase?.id })).userErrors;
    },
    field: ['purchaseId'],
  },
  PAYMENT_DECLINED: {
    refuse: async () => {
      const { buyer, purchaseId } = await order();
      const { purchase, userErrors } = await payPurchase(buyer.client, {
        purchaseId,
        paymentToken: 'tok_declined',
      });
      expect([purchase?.status, purchase?.payment?.status]).toEqual(['AWAITING_PAYMENT', 'DECLINED']);
      return userErrors;
    },
    field: ['paymentToken'],
  },
  TRACKING_NUMBER_INVALID: {
    refuse: async () => {
      const { seller, purchaseId } = await order();
      return (await shipPurchase(seller.client, { purchaseId, trackingNumber: ' ' })).userErrors;
    },
    field: ['trackingNumber'],
  },
  REASON_INVALID: {
    refuse: async () => {
      const { buyer, purchaseId } = await order();
      return (await cancelPurchase(buyer.client, { purchaseId, reason: 'x'.repeat(501) })).userErrors;
    },
    field: ['reason'],
  },
  WRONG_STATUS: {
    refuse: async () => {
      const { seller, purchaseId } = await order();
      return (await shipPurchase(seller.client, { purchaseId })).userErrors;
    },
    field: ['purchaseId'],
  },
  RESERVATION_EXPIRED: {
    refuse: async () => {
      const { buyer, purchaseId } = await order();
      await store.rows('purchase', 'UPDATE purchase SET reserved_until = NOW(3) WHERE id = ?', [purchaseId]);
      return (await payPurchase(buyer.client, { purchaseId })).userErrors;
    },
    field: ['purchaseId'],
  },
  IDEMPOTENCY_KEY_INVALID: { refuse: buy({ idempotencyKey: ' ' }), field: ['idempotencyKey'] },
  IDEMPOTENCY_KEY_REUSED: {
    refuse: async () => {
      const buyer = store.person();
      const bookId = await publishBook(store.person().client, { stock: 3 });
      const key = { bookId, idempotencyKey: randomUUID() };
      expect((await purchaseBook(buyer.client, key)).userErrors).toEqual([]);
      return (await purchaseBook(buyer.client, { ...key, quantity: 2 })).userErrors;
    },
    field: ['idempotencyKey'],
  },
  NOT_FOUND: { refuse: buy({ bookId: randomUUID() }), field: ['bookId'] },
};

/** In a store of its own, whose administrator nobody else needs: subgraphs/auth/delete-account.test.ts. */
const elsewhere = ['LAST_ADMINISTRATOR'];

describe.each(Object.entries(cases))('%s', (code, { refuse, field }) => {
  test('is what the mutation is refused for, with the place in the input and words for people', async () => {
    const userErrors = await refuse();
    expect(userErrors.map(error => [error.code, error.field])).toEqual([[code, field]]);
    expect(userErrors[0]?.message).toMatch(/^[A-Z].+\.$/s);
  });
});

test('every code that the API names is produced above', () => {
  const schema = apiSchemaOf(readFileSync(new URL('./supergraph.graphql', import.meta.url), 'utf8'));
  const codes = schema.getType('UserErrorCode');
  if (!isEnumType(codes)) throw new Error('UserErrorCode is gone');
  const names = codes.getValues().map(({ name }) => name);
  expect([...Object.keys(cases), ...elsewhere].sort()).toEqual(names.sort());
});
