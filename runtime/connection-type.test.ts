import { expect, test } from '@jest/globals';
import { connectionTypeOf } from './connection-type.ts';

const anonymousQuery = { sister: 'gateway', authorization: undefined, operationType: 'query' };

test('a query of somebody without a token may be answered from a reader', () => {
  expect(connectionTypeOf(anonymousQuery)).toBe('read');
});

test.each([
  ['with a token, valid or not', { authorization: 'Bearer x' }],
  ['of a sister service', { sister: 'purchase' }],
  ['that belongs to a mutation', { operationType: 'mutation' }],
  ['of a gateway that does not tell', { operationType: undefined }],
])('a request %s is answered from the writer', (_, change) => {
  expect(connectionTypeOf({ ...anonymousQuery, ...change })).toBe('write');
});
