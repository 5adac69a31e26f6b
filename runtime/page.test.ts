import { expect, test } from '@jest/globals';
import { decodeCursor, encodeCursor, pageSize, toConnection } from './page.ts';

const id = '01a1fc24-2252-767d-894b-46946694e305';

test('a cursor comes back as it was made', () => {
  const cursor = encodeCursor('PRICE_ASC', [1250, id]);
  expect(decodeCursor('PRICE_ASC', ['number', 'string'], cursor)).toEqual([1250, id]);
});

test.each([
  ['of another order', encodeCursor('PRICE_DESC', [1250, id])],
  ['that does not end with an id', encodeCursor('PRICE_ASC', [1250, 'ñ'])],
  ['with too little', encodeCursor('PRICE_ASC', [1250])],
  ['with other types', encodeCursor('PRICE_ASC', ['1250', id])],
  ['that is nonsense', 'nonsense'],
  ['that is empty', ''],
])('a cursor %s is refused', (_, cursor) => {
  expect(() => decodeCursor('PRICE_ASC', ['number', 'string'], cursor)).toThrow(/after must be a cursor/);
});

test.each([0, -1, 101])('a page of %d is refused', size => {
  expect(() => pageSize(size)).toThrow('first must be from 1 to 100.');
});

test('a page of what is left over knows whether there is more', () => {
  const count = async () => 3;
  const page = { size: 2, order: 'NEWEST', after: false };
  const first = toConnection(['c', 'b', 'a'], page, id => [id], count);
  expect(first.nodes).toEqual(['c', 'b']);
  expect(first.pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: encodeCursor('NEWEST', ['c']),
    endCursor: encodeCursor('NEWEST', ['b']),
  });
  const last = toConnection<string>([], { ...page, after: true }, id => [id], count);
  expect(last.pageInfo).toEqual({
    hasNextPage: false,
    hasPreviousPage: true,
    startCursor: null,
    endCursor: null,
  });
});
