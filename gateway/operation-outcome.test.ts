import { expect, test } from '@jest/globals';
import { outcomeOf } from './operation-outcome.ts';

const error = (code: string) => ({ message: '', extensions: { code } });

test.each([
  ['an answer', { id: 1 }, [], 'ok'],
  ['a null that is none of an error', null, [], 'ok'],
  ['a payload without userErrors', { purchase: {}, userErrors: [] }, [], 'ok'],
  ['userErrors', { purchase: null, userErrors: [{ code: 'OUT_OF_STOCK' }] }, [], 'refused'],
  ['a mistake of the client', null, ['BAD_USER_INPUT'], 'client_error'],
  ['nobody signed in', null, ['UNAUTHENTICATED'], 'client_error'],
  ['a part that is down', null, ['SERVICE_UNAVAILABLE'], 'unavailable'],
  ['a part that is down, further below', { nodes: [] }, ['SERVICE_UNAVAILABLE'], 'partial'],
  ['what is forbidden, further below', { sales: null }, ['FORBIDDEN'], 'client_error'],
  ['our mistake', null, ['INTERNAL_SERVER_ERROR'], 'error'],
  [
    'our mistake beside theirs',
    null,
    ['BAD_USER_INPUT', 'INTERNAL_SERVER_ERROR', 'SERVICE_UNAVAILABLE'],
    'error',
  ],
  ['a code that nobody knows', undefined, ['SURPRISE'], 'error'],
] as const)('%s', (_, value, codes, outcome) => {
  expect(outcomeOf(value, codes.map(error))).toBe(outcome);
});
