import { describe, expect, test } from '@jest/globals';
import type { PurchaseStatus } from '../../subgraphs/purchase/resolvers.generated.ts';
import { FieldRecord } from './book-record.ts';
import { compare } from './compare.ts';
import { purchaseLies } from './purchase-lies.ts';
import { PurchaseRecord, type Sighting } from './purchase-record.ts';
import type { PurchaseState, StoreState } from './store-state.ts';

const sighting = (status: PurchaseStatus, askedAt: number): Sighting => ({
  askedAt,
  answeredAt: askedAt + 10,
  status,
  subtotal: '12.50',
  total: '32.50',
});

/** A purchase that was paid, shipped and delivered, as its buyer and the databases have it. */
function delivered(): { record: PurchaseRecord; state: PurchaseState } {
  const record = new PurchaseRecord({
    buyerId: 'Ana',
    key: 'errand 1',
    bookId: 'book',
    quantity: 1,
    expectedUnitPrice: '12.50',
  });
  record.ids.add('one');
  record.deliveryChosenAt = 50;
  record.notePayment('card', 'paid');
  record.asked.add('SHIPPED').add('DELIVERED');
  const seen = ['AWAITING_PAYMENT', 'PAID', 'SHIPPED', 'DELIVERED'] as const;
  record.sightings.push(...seen.map((status, step) => sighting(status, 100 * step)));
  const state: PurchaseState = {
    id: 'one',
    buyerId: 'Ana',
    key: 'errand 1',
    status: 'DELIVERED',
    subtotal: 1250,
    total: 3250,
    history: ['PENDING', 'AWAITING_PAYMENT', 'PAID', 'SHIPPED', 'DELIVERED'],
    lines: [{ bookId: 'book', quantity: 1, unitPrice: 1250 }],
    payments: [{ key: 'card', status: 'CAPTURED', amount: 3250, charge: 'CAPTURED' }],
    hasDelivery: true,
    reservation: 'COMMITTED',
  };
  return { record, state };
}

/** A purchase that was refused. */
function refused(): { record: PurchaseRecord; state: PurchaseState } {
  const record = new PurchaseRecord({ buyerId: 'Ana', key: 'errand 2', bookId: 'book', quantity: 3 });
  record.refusals.add('OUT_OF_STOCK');
  const state: PurchaseState = {
    ...delivered().state,
    id: 'two',
    key: 'errand 2',
    status: 'REJECTED',
    subtotal: 0,
    history: ['PENDING', 'REJECTED'],
    lines: [{ bookId: 'book', quantity: 3, unitPrice: null }],
    payments: [],
    reservation: 'REFUSED',
  };
  return { record, state };
}

const storeOf = (purchases: PurchaseState[]): StoreState => ({
  purchases,
  books: new Map(),
  accounts: new Map(),
});

const liesOf = (record: PurchaseRecord, ...states: PurchaseState[]): string[] =>
  compare({ purchases: [record], books: [], accounts: [] }, storeOf(states)).map(line =>
    line.replace(/^purchase (under )?.*?: /, ''),
  );

test('what the store kept to is no lie', () => {
  for (const { record, state } of [delivered(), refused()]) expect(liesOf(record, state)).toEqual([]);
});

test('what was never answered may be there or not', () => {
  const record = new PurchaseRecord({ buyerId: 'Ana', key: 'errand 2', bookId: 'book', quantity: 3 });
  expect(liesOf(record)).toEqual([]);
  expect(liesOf(record, refused().state)).toEqual([]);
});

describe('each lie about a delivered purchase is found', () => {
  const planted: [lie: string, plant: (record: PurchaseRecord, state: PurchaseState) => void][] = [
    ['one key gave several purchases', record => void record.ids.add('another')],
    ['one key gave several purchases', (_, state) => void Object.assign(state, { id: 'another' })],
    [
      'it is of another book or number of copies',
      (_, { lines: [line] }) => void Object.assign(line ?? {}, { quantity: 2 }),
    ],
    [
      'it has another price than the buyer insisted on',
      (_, { lines: [line] }) => void Object.assign(line ?? {}, { unitPrice: 999 }),
    ],
    ['a status was shown that it never had', (_, { history }) => void history.splice(2, 1)],
    [
      'an older status was shown after a newer one',
      ({ sightings }) => void sightings.push(sighting('PAID', 900)),
    ],
    [
      'it went on after its end was shown',
      ({ sightings }) => void sightings.push(sighting('CANCELLED', 900)),
    ],
    ['its price changed', (_, state) => void Object.assign(state, { subtotal: 1300 })],
    ['it was refused and is there', ({ refusals }) => void refusals.add('OUT_OF_STOCK')],
    ['it was refused and acknowledged', ({ refusals }) => void refusals.add('OUT_OF_STOCK')],
    ['it has a status that nobody asked for', ({ asked }) => void asked.delete('SHIPPED')],
    ['a payment was made that nobody asked for', ({ payments }) => void payments.delete('card')],
    [
      'a payment that was acknowledged took no money',
      (_, { payments: [it] }) => void Object.assign(it ?? {}, { charge: 'VOIDED' }),
    ],
    [
      'another amount was charged than was shown',
      (_, { payments: [it] }) => void Object.assign(it ?? {}, { amount: 3300 }),
    ],
    ['a card that was refused is charged', record => record.notePayment('card', 'declined')],
    ['its delivery is gone', (_, state) => void Object.assign(state, { hasDelivery: false })],
    [
      'its delivery was said not to be chosen, after it was',
      ({ refusedSteps }) =>
        void refusedSteps.push({ step: 'payPurchase', code: 'DELIVERY_NOT_CHOSEN', askedAt: 60 }),
    ],
    [
      'it was said not to be there, after it was',
      ({ refusedSteps }) => void refusedSteps.push({ step: 'payPurchase', code: 'NOT_FOUND', askedAt: 60 }),
    ],
    [
      'its key was said to be used for something else',
      ({ refusedSteps }) =>
        void refusedSteps.push({ step: 'payPurchase', code: 'IDEMPOTENCY_KEY_REUSED', askedAt: 60 }),
    ],
    ['it was paid although it was too late', record => record.notePayment('late', 'expired')],
  ];
  test('and every one is planted here', () => {
    expect(new Set(planted.map(([lie]) => lie))).toEqual(new Set(Object.keys(purchaseLies)));
  });

  test.each(planted)('%s', (lie, plant) => {
    const { record, state } = delivered();
    plant(record, state);
    expect(liesOf(record, state)).toContain(lie);
  });
});

test('a step may be refused before what it needs was acknowledged, and where somebody was quicker', () => {
  const { record, state } = delivered();
  record.refusedSteps.push(
    { step: 'payPurchase', code: 'DELIVERY_NOT_CHOSEN', askedAt: 40 },
    { step: 'cancelPurchase', code: 'NOT_FOUND', askedAt: 5 },
    { step: 'payPurchase', code: 'WRONG_STATUS', askedAt: 500 },
  );
  expect(liesOf(record, state)).toEqual([]);
});

test('a purchase that is gone, doubled, hidden, or that nobody asked for is found', () => {
  const { record, state } = delivered();
  expect(liesOf(record)).toEqual(['it was acknowledged and is gone']);
  expect(liesOf(record, state, { ...state, id: 'two' })).toEqual(['it is there twice']);
  expect(liesOf(record, state, refused().state)).toEqual(['nobody asked for it']);
  record.notShown = 1;
  expect(liesOf(record, state)).toEqual(['it was acknowledged, and then not shown to its buyer']);
});

test('a refused purchase that holds copies is found', () => {
  const { record, state } = refused();
  expect(liesOf(record, { ...state, reservation: 'RESERVED' })).toEqual(['it was refused and is there']);
});

test('answers to questions that were asked at the same time may come in any order', () => {
  const { record, state } = delivered();
  record.sightings.push({ ...sighting('PAID', 205), answeredAt: 900 });
  expect(liesOf(record, state)).toEqual([]);
});

describe('a book', () => {
  const book = { id: 'book', price: '10.00', status: 'PUBLISHED', stock: 3, held: 2 };
  const liesAbout = (changes: Partial<typeof book>, uncertain?: string) => {
    const price = new FieldRecord('10.00');
    if (uncertain) price.note(uncertain, 2, false);
    const record = { bookId: 'book', price, status: new FieldRecord('PUBLISHED'), copies: 5 };
    const state = { ...storeOf([]), books: new Map([['book', { ...book, ...changes }]]) };
    return compare({ purchases: [], books: [record], accounts: [] }, state);
  };

  test('that is as its seller was told is no lie', () => {
    expect(liesAbout({})).toEqual([]);
    expect(liesAbout({ price: '11.00' }, '11.00')).toEqual([]);
  });

  test('with another price, another status, or copies lost or doubled is found', () => {
    for (const change of [{ price: '11.00' }, { status: 'REMOVED' }, { stock: 4 }, { held: 1 }])
      expect(liesAbout(change)).toHaveLength(1);
  });
});

test('an account that cannot be logged in to, that became another, or that is gone later is found', () => {
  const account = (...ids: string[]) => ({ email: 'ana@reader.example', password: '', ids: new Set(ids) });
  const liesAbout = (ids: string[], accounts = new Map([['ana@reader.example', 'one']])) =>
    compare({ purchases: [], books: [], accounts: [account(...ids)] }, { ...storeOf([]), accounts });
  expect(liesAbout(['one'])).toEqual([]);
  for (const ids of [
    ['one', 'two'],
    ['one', 'refused: CREDENTIALS_INVALID'],
  ])
    expect(liesAbout(ids)).toHaveLength(1);
  expect(liesAbout([])[0]).toMatch(/logging in gave nobody/);
  expect(liesAbout(['one'], new Map())).toEqual([
    'account ana@reader.example: it was acknowledged and is gone',
  ]);
  expect(liesAbout(['one'], new Map([['ana@reader.example', 'two']]))).toHaveLength(1);
});
