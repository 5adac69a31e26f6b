import { expect, test } from '@jest/globals';
import { readReply } from './reply.ts';

const kindOf = (status: number, body: object | string) =>
  readReply(status, typeof body === 'string' ? body : JSON.stringify(body), 'book').kind;

const error = (code: string) => [{ message: 'No.', extensions: { code } }];

test('data is an answer, nothing is one too, and so is data with a part missing', () => {
  expect(readReply(200, '{"data":{"book":{"id":"1"}}}', 'book')).toEqual({
    kind: 'answer',
    data: { id: '1' },
  });
  expect(readReply(200, '{"data":{"book":null}}', 'book')).toEqual({ kind: 'answer', data: null });
  expect(kindOf(200, { data: { book: { id: '1' } }, errors: error('SERVICE_UNAVAILABLE') })).toBe('answer');
});

test('a part that is down leaves it open what happened', () => {
  expect(kindOf(200, { data: { book: null }, errors: error('SERVICE_UNAVAILABLE') })).toBe('none');
  expect(kindOf(503, { errors: error('SERVICE_UNAVAILABLE') })).toBe('none');
  expect(kindOf(502, '<html>Bad Gateway</html>')).toBe('none');
});

test('any other error is wrong, whatever else is told', () => {
  expect(kindOf(200, { data: { book: { id: '1' } }, errors: error('INTERNAL_SERVER_ERROR') })).toBe('wrong');
  expect(kindOf(200, { data: { book: null }, errors: error('UNAUTHENTICATED') })).toBe('wrong');
  expect(kindOf(429, { errors: error('RATE_LIMITED') })).toBe('wrong');
  expect(kindOf(500, 'oops')).toBe('wrong');
});
