import { expect, test } from '@jest/globals';
import { encodeCursor } from '../../runtime/page.ts';
import { cheapest, comesAfter, newest, orderBy, orderOf } from './book-order.ts';
import { parseQuery } from './parse-query.ts';

const id = '01950000-0000-7000-8000-000000000000';

test('a page begins beyond its cursor, by each value of the order and by the id where they are equal', () => {
  expect(comesAfter(newest, encodeCursor('NEWEST', [id]))).toEqual({ text: 'b.id < ?', values: [id] });
  expect(comesAfter(cheapest, encodeCursor('PRICE_ASC', [1250, id]))).toEqual({
    text: '(b.price > ? OR b.price = ? AND b.id > ?)',
    values: [1250, 1250, id],
  });
  expect(orderBy(cheapest)).toBe('ORDER BY place_0 ASC, place_1 ASC');
});

test('without a query the best match is the newest', () => {
  expect(orderOf('RELEVANCE', undefined).places).toBe(newest.places);
  expect(orderOf('RELEVANCE', parseQuery('emma')).places).toHaveLength(2);
});

test.each([
  ['another order', encodeCursor('PRICE_DESC', [1250, id])],
  ['no id', encodeCursor('PRICE_ASC', [1250, 'x'])],
  ['no price', encodeCursor('PRICE_ASC', ['x', id])],
  ['nothing', 'x'],
])('a cursor of %s is refused', (_, after) =>
  expect(() => comesAfter(cheapest, after)).toThrow('after must be'),
);
