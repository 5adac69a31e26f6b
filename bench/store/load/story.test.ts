import { expect, test } from '@jest/globals';
import { fillIn, wordAt } from './story.ts';

test('words are filled in wherever they stand; one that is not known is a mistake', () => {
  expect(fillIn('{"id":"{{bookId}}","key":"{{key}}-{{bookId}}"}', { bookId: 'b1', key: 'k' })).toBe(
    '{"id":"b1","key":"k-b1"}',
  );
  expect(() => fillIn('{{purchaseId}}', {})).toThrow(new RangeError('There is no purchaseId.'));
});

test('a word is kept from its place in an answer, in lists too', () => {
  const answer = { data: { addItemToOrder: { lines: [{ id: '7' }, { id: 8 }] } } };
  expect(wordAt(answer, 'data.addItemToOrder.lines.0.id')).toBe('7');
  expect(wordAt(answer, 'data.addItemToOrder.lines.1.id')).toBe('8');
  expect(() => wordAt(answer, 'data.addItemToOrder.lines.2.id')).toThrow();
  expect(() => wordAt({ data: { purchaseBook: null } }, 'data.purchaseBook.purchase.id')).toThrow();
});
