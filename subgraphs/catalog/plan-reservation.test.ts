import { describe, expect, test } from '@jest/globals';
import { type Offer, planReservation } from './plan-reservation.ts';
import type { StockLineInput } from './resolvers.generated.ts';

const usd = { code: 'USD', decimals: 2 };
const offer: Offer = {
  id: 'b',
  seller_id: 's',
  title: 'Emma',
  price: 1250,
  stock: 2,
  status: 'PUBLISHED',
  version: 1,
  held: 0,
};
const rules = { currency: usd, reservationLimits: { open: 2, copies: 3 } };

function plan(lines: StockLineInput[], offers: Offer[], buyerId = 'buyer', open = 0) {
  const input = { purchaseId: 'p', buyerId, reservedUntil: new Date(), lines };
  const known = new Map(offers.map(each => [each.id, each]));
  return planReservation(input, { offers: known, open }, rules);
}

test('a reservation tells title, price and seller', () => {
  expect(plan([{ bookId: 'b', quantity: 2, expectedUnitPrice: '12.5' }], [offer])).toEqual({
    purchaseId: 'p',
    buyerId: 'buyer',
    sellerId: 's',
    status: 'RESERVED',
    refusal: null,
    lines: [{ bookId: 'b', title: 'Emma', quantity: 2, unitPrice: 1250 }],
  });
});

describe('refusals', () => {
  test.each([
    ['NOT_FOUND', plan([{ bookId: 'b', quantity: 1 }], []).refusal],
    ['OWN_BOOK', plan([{ bookId: 'b', quantity: 1 }], [offer], 's').refusal],
    ['BOOK_UNAVAILABLE', plan([{ bookId: 'b', quantity: 1 }], [{ ...offer, status: 'PAUSED' }]).refusal],
    ['PRICE_CHANGED', plan([{ bookId: 'b', quantity: 1, expectedUnitPrice: '12.49' }], [offer]).refusal],
    ['OUT_OF_STOCK', plan([{ bookId: 'b', quantity: 3 }], [offer]).refusal],
    ['TOO_MANY_COPIES', plan([{ bookId: 'b', quantity: 2 }], [{ ...offer, held: 2 }]).refusal],
    ['TOO_MANY_RESERVATIONS', plan([{ bookId: 'b', quantity: 1 }], [offer], 'buyer', 2).refusal],
  ])('%s', (code, refusal) => expect(refusal).toEqual({ code, line: 0 }));
});

test('up to the limits it is reserved; what is wrong with a line is told first', () => {
  const line = { bookId: 'b', quantity: 1 };
  expect(plan([line], [{ ...offer, held: 2 }], 'buyer', 1).status).toBe('RESERVED');
  expect(plan([line], [], 'buyer', 2).refusal).toEqual({ code: 'NOT_FOUND', line: 0 });
});

test('one line that cannot be refuses all of them, and the lines go by book id', () => {
  const lines = [
    { bookId: 'c', quantity: 1 },
    { bookId: 'b', quantity: 3 },
  ];
  const { status, refusal, lines: planned } = plan(lines, [offer, { ...offer, id: 'c' }]);
  expect({ status, refusal }).toEqual({ status: 'REFUSED', refusal: { code: 'OUT_OF_STOCK', line: 1 } });
  expect(planned.map(line => line.bookId)).toEqual(['b', 'c']);
});

test('the books of two sellers are no reservation', () => {
  const lines = ['b', 'c'].map(bookId => ({ bookId, quantity: 1 }));
  expect(() => plan(lines, [offer, { ...offer, id: 'c', seller_id: 't' }])).toThrow('one seller');
});
