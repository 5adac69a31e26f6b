import { describe, expect, test } from '@jest/globals';
import {
  ConnectionGivenUp,
  DatabaseTimeout,
  isConnectionLost,
  isDatabaseDown,
  isDuplicate,
  isLockWaitTimeout,
  isPoolTimeout,
  isWorthRetrying,
} from './database-errors.ts';

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

test.each([
  ['a statement that takes too long', new DatabaseTimeout('STATEMENT_TIMEOUT', 'x')],
  ['a wait for a connection that takes too long', new DatabaseTimeout('POOL_TIMEOUT', 'x')],
  ['a statement that MySQL gave up', error('x', { errno: 3024 })],
  ['a statement that MariaDB gave up', error('x', { errno: 1969 })],
  ['too many connections', error('x', { errno: 1040 })],
  ['a server that is no writer any more', error('x', { errno: 1290 })],
  ['a deadlock after all attempts', error('x', { errno: 1213 })],
  ['a name that is not found', error('x', { code: 'ENOTFOUND' })],
  ['a connection that was given up', error('outer', {}, new ConnectionGivenUp('x'))],
])('%s is for clients a database that is down', (_, reason) => {
  expect(isDatabaseDown(reason)).toBe(true);
});

test('a lost connection is told from a server that is not there, and from one that is slow', () => {
  const lost = [
    error('x', { code: 'ECONNRESET' }),
    error('x', { errno: 1053 }),
    new ConnectionGivenUp('x'),
    new Error("Can't add new command when connection is in closed state"),
  ];
  expect(lost.filter(reason => !isConnectionLost(reason))).toEqual([]);
  const others = [error('x', { code: 'ECONNREFUSED' }), new DatabaseTimeout('STATEMENT_TIMEOUT', 'x')];
  expect(others.filter(isConnectionLost)).toEqual([]);
});

test('a wait for a lock is told from a deadlock, and a wait for a connection from one for an answer', () => {
  expect([1205, 1213].map(errno => isLockWaitTimeout(error('x', { errno })))).toEqual([true, false]);
  const timeouts = [new DatabaseTimeout('POOL_TIMEOUT', 'x'), new DatabaseTimeout('STATEMENT_TIMEOUT', 'x')];
  expect(timeouts.map(isPoolTimeout)).toEqual([true, false]);
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
