import { describe, expect, test } from '@jest/globals';
import { isDatabaseDown, isDuplicate, isWorthRetrying } from './database-errors.ts';

const error = (message: string, facts: object, cause?: unknown) =>
  Object.assign(new Error(message, { cause }), facts);

test.each([1213, 1205, 1020])('%d is worth a retry, also behind another error', errno => {
  expect(isWorthRetrying(error('x', { errno }))).toBe(true);
  expect(isWorthRetrying(error('outer', {}, error('x', { errno })))).toBe(true);
});

test('a refusal is not worth a retry, and does not mean that the database is down', () => {
  const refusal = error("Duplicate entry 'a' for key 'user_email'", { errno: 1062, code: 'ER_DUP_ENTRY' });
  expect([isWorthRetrying(refusal), isDatabaseDown(refusal)]).toEqual([false, false]);
  expect(isDatabaseDown(error('x', { code: 'ECONNREFUSED' }))).toBe(true);
});

describe('a duplicate', () => {
  test.each(["Duplicate entry 'a' for key 'user_email'", "Duplicate entry 'a' for key 'user.user_email'"])(
    'is known by the name of its key: %s',
    message => {
      expect(isDuplicate(error(message, { errno: 1062 }), 'user_email')).toBe(true);
    },
  );

  test('of a value that names the key is not taken for one of that key', () => {
    const message = "Duplicate entry 'user_email' for key 'PRIMARY'";
    expect(isDuplicate(error(message, { errno: 1062 }), 'user_email')).toBe(false);
  });
});
